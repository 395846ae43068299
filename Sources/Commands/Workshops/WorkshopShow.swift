import AdminProtocol
import Registry
import Store

struct WorkshopShow: ReadCommand {
    static let spec = CommandSpec(
        ["workshop", "show"], "Shows a workshop.",
        arguments: [
            ArgumentSpec(
                "workshop", .id(.workshop), isRequired: true, isSubject: true, "the workshop")
        ],
        example: "workshop show W-1")
    static let audience = Set<AccountRole>.insiders

    private let workshop: Reference<WorkshopID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        workshop = try request.id("workshop")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        try await snapshot.reply(showing: .workshop(try await snapshot.resolve(workshop)), context)
    }
}
