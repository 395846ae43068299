import AdminProtocol
import Registry
import Store

struct TrainingVoid: WriteCommand {
    static let spec = CommandSpec(
        ["training", "void"],
        "Takes a training back: what it gave is gone, as if it had not been given.",
        arguments: [
            ArgumentSpec(
                "training", .id(.training), isRequired: true, isSubject: true, "the training"),
            .whyCorrected,
        ],
        isWrite: true, changesExisting: true,
        example: "training void T-1 reason=\"entered twice\"")

    private let training: Reference<TrainingID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        training = try request.id("training")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> TrainingRow {
        try await transaction.keep(training)
    }

    func target(_ row: TrainingRow) -> (thing: Thing, version: Int)? {
        (.training(row.id), row.version)
    }

    func decide(_ row: TrainingRow, _ context: Context) throws(Refusal) -> Decision {
        if row.state == .void {
            throw .conflict("\(row.id) is void already", [Field("state", .word("void"))])
        }
        let touched = Touched(
            people: Set(row.trainers + row.passed), from: row.span.until ?? row.span.from)
        return Decision(
            .voidTraining(row), touched: row.state == .recorded ? touched : nil)
    }
}
