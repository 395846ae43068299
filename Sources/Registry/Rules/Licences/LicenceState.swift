/// What a licence is on a day, in a word.
package enum LicenceState: String, Hashable, CaseIterable, Sendable {
    case notYet = "not-yet"
    case inForce = "in-force"
    case suspended, expired, revoked
}

extension Licence {
    /// What it is on `date`: what is revoked is nothing else, and what has ended is not suspended.
    package func state(on date: CivilDate) -> LicenceState {
        if isRevoked(on: date) { return .revoked }
        if term.endsBefore(date) { return .expired }
        if date < term.from { return .notYet }
        return isSuspended(on: date) ? .suspended : .inForce
    }

    /// What its coverage of an organisation is on `date`, within its term: not yet begun, in force,
    /// or expired. Nil where it never covers the organisation.
    package func coverageState(of organisation: OrganisationID, on date: CivilDate) -> LicenceState?
    {
        let spans = spans(for: organisation)
        if spans.isEmpty { return nil }
        if spans.contains(where: { $0.contains(date) }) { return .inForce }
        return spans.contains { $0.endsBefore(date) } ? .expired : .notYet
    }

    /// The annual reports of whose state another word is true on `date` than on the day before.
    package func reportTurns(
        on date: CivilDate, policy: Policy
    ) -> [(report: AnnualReport, was: AnnualReport.State, becomes: AnnualReport.State)] {
        let (before, after) = (date.previous, date)
        return licenceYears(begunBy: date).map(annualReport).compactMap { report in
            let was = reportState(
                of: report, on: before, grace: policy.number(.reportGraceDays, on: before))
            let becomes = reportState(
                of: report, on: after, grace: policy.number(.reportGraceDays, on: after))
            // What is revoked is told of the licence, not once more of each report.
            return was == becomes || becomes == .notOwed ? nil : (report, was, becomes)
        }
    }
}
