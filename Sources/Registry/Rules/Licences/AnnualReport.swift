/// The report that a licence's holder owes for one licence year.
package struct AnnualReport: Hashable, Sendable {
    package var licence: LicenceID
    package var year: DateSpan
    /// The day after the licence year ends.
    package var dueOn: CivilDate
    package var isFiled: Bool

    package init(licence: LicenceID, year: DateSpan, dueOn: CivilDate, isFiled: Bool) {
        self.licence = licence
        self.year = year
        self.dueOn = dueOn
        self.isFiled = isFiled
    }

    /// Whether it is missing and its due day plus `grace` days lies before `date`.
    package func isOverdue(on date: CivilDate, grace: Int) -> Bool {
        !isFiled && dueOn.adding(days: max(0, grace)) < date
    }

    /// What has become of a report by a day. A licence that is revoked owes no report any more.
    package enum State: String, Hashable, CaseIterable, Sendable {
        case filed, due, overdue
        case notDue = "not-due"
        case notOwed = "not-owed"
    }
}
