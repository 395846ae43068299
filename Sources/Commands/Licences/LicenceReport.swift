import AdminProtocol
import Registry
import Store

struct LicenceReport: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "report"], "Files the annual report of a licence for one of its years.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("year", .date, isRequired: true, "the licence year's first day"),
            ArgumentSpec(
                "workshops", .integer(0...1_000_000), isRequired: true, "workshops held in it"),
            ArgumentSpec(
                "participants", .integer(0...100_000_000), isRequired: true,
                "those who took part in them"),
            ArgumentSpec(
                "trainings", .integer(0...1_000_000), isRequired: true,
                "leader trainings given in it"),
        ],
        isWrite: true, changesExisting: true,
        example: "licence report L-1 year=2026-01-01 workshops=12 participants=140 trainings=2")

    private let licence: Reference<LicenceID>
    private let report: FiledReport

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        report = FiledReport(
            year: try request.date("year", today: today),
            workshops: try request.integer("workshops"),
            participants: try request.integer("participants"),
            trainings: try request.integer("trainings"), filedOn: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> LicenceFacts {
        try await transaction.keep(licence)
    }

    func target(_ facts: LicenceFacts) -> (thing: Thing, version: Int)? { facts.target }

    func decide(_ facts: LicenceFacts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.licence
        guard let year = licence.licenceYear(beginning: report.year), let last = year.until else {
            let near = licence.licenceYear(containing: report.year)
            throw .conflict(
                "no licence year of \(licence.id) begins on \(report.year); the nearest begins on "
                    + "\(near.from)", [Field("year", .date(near.from))])
        }
        if last >= context.today { throw .rules([.dateInFuture(last, today: context.today)]) }
        let filed = facts.row.reports.first { $0.year == report.year }
        if let filed, context.request.reason == nil {
            throw .conflict(
                "this report was filed on \(filed.filedOn): name a reason= to correct it")
        }
        return Decision(.fileReport(licence.id, report))
    }
}
