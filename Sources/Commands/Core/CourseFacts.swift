import AdminProtocol
import Registry
import Store

/// What decides whether a training or a workshop may be recorded.
struct CourseFacts: Sendable {
    var programme: Programme
    var organisation: OrganisationFacts
    var people: [PersonID: PersonRecord]
    /// Those that the programme's prerequisites name.
    var programmes: [ProgrammeCode: Programme]
    var policy: Policy
    /// What the licence that serves was used for in the licence year of the first day.
    var used = LicenceUse()
}

extension WriteTransaction {
    /// Keeps the host from changing, the people for this change, and reads what the rules ask.
    func courseFacts(
        _ code: ProgrammeCode, at organisation: OrganisationID, people: [PersonID],
        on first: CivilDate, language: String?, _ rules: RuleHandling = .enforce
    ) async throws -> CourseFacts {
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(code)
        _ = try await share([organisation]).demand(organisation)
        let host = try await keepLicences(of: organisation)
        let licence = host.licenceInForce(for: programme, on: first, language: language).licence
        if let licence, licence.workshopsPerYear != nil || licence.trainingsPerYear != nil {
            // Two records at once must not both find the last of the allowance left.
            _ = try await lock([licence.id])
        }
        try await lockForNewFacts(people, rules)
        var course = CourseFacts(
            programme: programme, organisation: host,
            people: try await snapshot.personRecords(of: people),
            programmes: catalogue.byCode, policy: try await snapshot.policy())
        if let licence {
            let year = licence.licenceYear(containing: first)
            course.used = try await snapshot.use(of: licence.id, in: [year]).first ?? LicenceUse()
        }
        return course
    }

    /// The organisation with its licences, none of which can change any more: whoever changes a
    /// licence keeps its holder, and here the holders of those that cover it are shared as well.
    private func keepLicences(of organisation: OrganisationID) async throws -> OrganisationFacts {
        let none = OrganisationFacts(id: organisation)
        let found = try await snapshot.organisationFacts(of: [organisation])[organisation] ?? none
        let others = Set(found.licences.map(\.holder)).subtracting([organisation])
        guard !others.isEmpty else { return found }
        _ = try await share(others.sorted())
        return try await snapshot.organisationFacts(of: [organisation])[organisation] ?? none
    }
}
