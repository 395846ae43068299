import AdminProtocol
import Registry
import Store

struct CertificationShow: ReadCommand {
    static let spec = CommandSpec(
        ["certification", "show"], "Shows a certification with its standing on a day.",
        arguments: CertificationArguments.specs + [
            ArgumentSpec("on", .date, "on which day (today)")
        ],
        example: "certification show person=P-1 programme=CPSMP role=leader")
    static let audience = Set<AccountRole>.insiders

    private let arguments: CertificationArguments
    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
        date = try request.optionalDate("on", today: today) ?? today
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await arguments.resolve(snapshot)
        guard let line = try await snapshot.line(of: .certification(id), on: date) else {
            throw Refusal.notFound("certification", id.description)
        }
        return Reply([line])
    }
}
