import AdminProtocol
import Registry
import Store

struct WorkshopVoid: WriteCommand {
    static let spec = CommandSpec(
        ["workshop", "void"],
        "Takes a workshop back: it keeps nobody current, as if it had not been held.",
        arguments: [
            ArgumentSpec(
                "workshop", .id(.workshop), isRequired: true, isSubject: true, "the workshop"),
            .whyCorrected,
        ],
        isWrite: true, changesExisting: true,
        example: "workshop void W-1 reason=\"entered twice\"")

    private let workshop: Reference<WorkshopID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        workshop = try request.id("workshop")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> WorkshopRow {
        try await transaction.keep(workshop)
    }

    func target(_ row: WorkshopRow) -> (thing: Thing, version: Int)? {
        (.workshop(row.id), row.version)
    }

    func decide(_ row: WorkshopRow, _ context: Context) throws(Refusal) -> Decision {
        if row.state == .void {
            throw .conflict("\(row.id) is void already", [Field("state", .word("void"))])
        }
        let touched = Touched(people: Set(row.leaders), from: row.span.until ?? row.span.from)
        return Decision(
            .voidWorkshop(row), touched: row.state == .recorded ? touched : nil)
    }
}
