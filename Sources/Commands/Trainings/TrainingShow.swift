import AdminProtocol
import Registry
import Store

struct TrainingShow: ReadCommand {
    static let spec = CommandSpec(
        ["training", "show"], "Shows a training.",
        arguments: [
            ArgumentSpec(
                "training", .id(.training), isRequired: true, isSubject: true, "the training")
        ],
        example: "training show T-1")
    static let audience = Set<AccountRole>.insiders

    private let training: Reference<TrainingID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        training = try request.id("training")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        try await snapshot.reply(showing: .training(try await snapshot.resolve(training)), context)
    }
}
