/// A dated row of policy. Rows are never edited away: a later one takes an earlier one's place for
/// the days on which both hold, and only the end of a row is given later.
package protocol PolicyEntry: Effective {
    /// 0 for a row that is not kept yet.
    var id: PolicyID { get }
    /// Where the row comes from: a source key, a letter, a web page.
    var source: String { get }
    /// Whether this row governs in place of `other` on the days on which both are in effect.
    func supersedes(_ other: Self) -> Bool
}

extension PolicyEntry {
    /// Whether it begins after `other`, or on the same day and was recorded after it.
    func isLater(than other: Self) -> Bool {
        (effective.from, id) > (other.effective.from, other.id)
    }
}

extension Array where Element: PolicyEntry {
    /// The rows that govern `date`: those in effect that no other row in effect supersedes.
    ///
    /// The one rule of which row counts, for every kind of row. The view `policy_in_effect` says
    /// the same to the nightly run, and a test holds it against this.
    package func governing(on date: CivilDate) -> [Element] {
        let present = inEffect(on: date)
        return present.filter { row in !present.contains { $0.supersedes(row) } }
    }
}
