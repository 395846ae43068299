import AdminProtocol
import Registry
import Store

/// Who belongs where: what `person join` and `person leave` share.
struct AffiliationArguments: Sendable {
    let person: Reference<PersonID>
    let organisation: Reference<OrganisationID>

    static let specs = [
        PersonArguments.subject,
        ArgumentSpec("organisation", .id(.organisation), isRequired: true, "the organisation"),
    ]

    init(_ request: Request) throws(ProtocolError) {
        person = try request.id("person")
        organisation = try request.id("organisation")
    }

    /// The person, kept for this change, with their affiliations to the organisation.
    func facts(_ transaction: WriteTransaction) async throws -> AffiliationFacts {
        let snapshot = transaction.snapshot
        let organisation = try await snapshot.resolve(organisation)
        let person = try await snapshot.resolve(person)
        _ = try await transaction.share([organisation]).demand(organisation)
        let version = try await transaction.lock([person]).demand(person)
        let rows = try await snapshot.affiliations(of: [person])
        return AffiliationFacts(
            person: person, version: version, organisation: organisation,
            affiliations: rows.filter { $0.organisation == organisation })
    }
}

struct AffiliationFacts: Sendable {
    var person: PersonID
    var version: Int
    var organisation: OrganisationID
    var affiliations: [AffiliationRow]

    var target: (thing: Thing, version: Int)? { (.person(person), version) }
    var reach: Reach { Reach(at: organisation, naming: [.person(person)]) }
}
