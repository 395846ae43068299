import AdminProtocol
import Registry
import Store

struct OrganisationShow: ReadCommand {
    static let spec = CommandSpec(
        ["organisation", "show"], "Shows an organisation.",
        arguments: [OrganisationArguments.subject], example: "organisation show O-1")
    static let audience = Set<AccountRole>.insiders

    private let organisation: Reference<OrganisationID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.id("organisation")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.resolve(organisation)
        return try await snapshot.reply(showing: .organisation(id), context)
    }
}

extension Snapshot {
    /// The line of one thing, or `not-found`.
    func reply(showing thing: Thing, _ context: Context) async throws -> Reply {
        guard let line = try await line(of: thing, on: context.today) else {
            let noun = context.request.command.words.first ?? "thing"
            throw Refusal.notFound(noun, thing.description)
        }
        return Reply([line])
    }
}
