import AdminProtocol
import Registry
import Store

struct PersonShow: ReadCommand {
    static let spec = CommandSpec(
        ["person", "show"], "Shows a person and where they belong.",
        arguments: [PersonArguments.subject], example: "person show P-1")
    static let audience = Set<AccountRole>.insiders

    private let person: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        try await snapshot.reply(
            showing: .person(try await snapshot.resolveItself(person)), context)
    }
}
