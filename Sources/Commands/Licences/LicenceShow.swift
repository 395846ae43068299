import AdminProtocol
import Registry
import Store

struct LicenceShow: ReadCommand {
    static let spec = CommandSpec(
        ["licence", "show"], "Shows a licence.", arguments: [LicenceArguments.subject],
        example: "licence show L-1")
    static let audience = Set<AccountRole>.organisers

    private let licence: Reference<LicenceID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        try await snapshot.reply(showing: .licence(try await snapshot.resolve(licence)), context)
    }
}
