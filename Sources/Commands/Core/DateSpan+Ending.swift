import Registry

extension [DateSpan] {
    /// The suspension that a reinstatement from `date` ends, nil where nothing is suspended then.
    func ended(from date: CivilDate) -> DateSpan? {
        first { $0.contains(date) }
    }

    /// That of these suspensions none stands in the way of another one.
    ///
    /// - Parameter name: the id of what is to be suspended.
    func demandRoom(
        for span: DateSpan, of name: String, revokedOn: CivilDate?
    ) throws(Refusal) {
        if span.isEmpty { throw .rules([.datesInvalid(span)]) }
        if let revokedOn {
            throw .conflict("\(name) was revoked on \(revokedOn): nothing is left to suspend")
        }
        if let other = first(where: { $0.overlaps(span) }) {
            throw .conflict("\(name) is suspended already, \(other.text): reinstate it first")
        }
    }
}
