import AdminProtocol
import Registry
import Store

enum LicenceArguments {
    static let subject = ArgumentSpec(
        "licence", .id(.licence), isRequired: true, isSubject: true, "the licence")

    static let allowances = [
        ArgumentSpec(
            "workshops-per-year", .integer(0...1_000_000),
            "workshops that the fee covers in a licence year (no limit)"),
        ArgumentSpec(
            "trainings-per-year", .integer(0...1_000_000),
            "leader trainings that the fee covers in a licence year (no limit)"),
    ]

    /// `any`, or codes.
    static func scope(_ request: Request) throws(ProtocolError) -> LicenceScope {
        let names = try request.list("programmes")
        if names.map({ $0.lowercased() }) == ["any"] { return .any }
        return .programmes(Set(try request.programmes("programmes")))
    }
}

/// A licence that is there, kept for a change of it.
struct LicenceFacts: Sendable {
    var row: LicenceRow
    var licence: Licence { row.licence }
    var target: (thing: Thing, version: Int)? { (.licence(row.licence.id), row.version) }
}

extension WriteTransaction {
    /// The licence, with its holder kept too: what the holder may do changes with it.
    func keep(_ reference: Reference<LicenceID>) async throws -> LicenceFacts {
        let id = try await snapshot.resolve(reference)
        guard let found = try await snapshot.licences([id]).first else {
            throw Refusal.notFound("licence", id.description)
        }
        _ = try await lock([found.licence.holder])
        _ = try await lock([id]).demand(id)
        guard let row = try await snapshot.licences([id]).first else {
            throw Refusal.notFound("licence", id.description)
        }
        return LicenceFacts(row: row)
    }
}
