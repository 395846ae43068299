import AdminProtocol
import Registry
import Store

struct CertificationVoid: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "void"],
        "Takes an award back: the training given elsewhere is recognised no more.",
        arguments: CertificationArguments.specs + [
            ArgumentSpec("trained-on", .date, isRequired: true, "the day of that training"),
            .whyCorrected,
        ],
        isWrite: true, changesExisting: true,
        example: "certification void person=P-1 programme=CDSMP role=master-trainer "
            + "trained-on=2024-05-17 reason=\"certificate withdrawn\"")

    struct Facts: Sendable {
        var certification: CertificationFacts
        var isAwarded: Bool
    }

    private let arguments: CertificationArguments
    private let trainedOn: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CertificationArguments(request)
        trainedOn = try request.date("trained-on", today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let certification = try await arguments.facts(transaction, context)
        let isAwarded = try await transaction.snapshot.isAwarded(
            certification.row.id, trainedOn: trainedOn)
        return Facts(certification: certification, isAwarded: isAwarded)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? { facts.certification.target }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let certification = facts.certification
        guard facts.isAwarded else {
            throw .conflict(
                "\(certification.row.id) has no award for a training on \(trainedOn); "
                    + "training void takes back one that the registry recorded")
        }
        return Decision(
            .voidAward(certification.place, trainedOn: trainedOn),
            touched: certification.touched(from: trainedOn))
    }
}
