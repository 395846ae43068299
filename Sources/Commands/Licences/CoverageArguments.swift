import AdminProtocol
import Registry
import Store

/// Whom an umbrella licence names: what `licence cover` and `licence uncover` share.
struct CoverageArguments: Sendable {
    let licence: Reference<LicenceID>
    let organisation: Reference<OrganisationID>

    static let specs = [
        LicenceArguments.subject,
        ArgumentSpec(
            "organisation", .id(.organisation), isRequired: true, "the organisation covered"),
    ]

    init(_ request: Request) throws(ProtocolError) {
        licence = try request.id("licence")
        organisation = try request.id("organisation")
    }

    func facts(_ transaction: WriteTransaction) async throws -> CoverageFacts {
        let organisation = try await transaction.snapshot.resolve(organisation)
        let licence = try await transaction.keep(licence)
        _ = try await transaction.snapshot.organisations([organisation]).first.demand(organisation)
        return CoverageFacts(licence: licence, organisation: organisation)
    }
}

struct CoverageFacts: Sendable {
    var licence: LicenceFacts
    var organisation: OrganisationID

    /// The days on which the licence names the organisation.
    var coverage: [Coverage] {
        licence.licence.coverage.filter { $0.organisation == organisation }
    }
}
