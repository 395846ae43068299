import AdminProtocol
import Registry
import Store

struct LicenceUncover: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "uncover"], "Ends the cover of an organisation by an umbrella licence.",
        arguments: CoverageArguments.specs + [
            ArgumentSpec("until", .date, "the last day covered (today)"),
            ArgumentSpec("from", .date, "in its place: the first day not covered"),
        ],
        isWrite: true, changesExisting: true,
        example: "licence uncover L-1 organisation=O-2 until=2026-06-30")

    private let arguments: CoverageArguments
    private let lastDay: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CoverageArguments(request)
        lastDay = try request.lastDay(today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> CoverageFacts {
        try await arguments.facts(transaction)
    }

    func target(_ facts: CoverageFacts) -> (thing: Thing, version: Int)? { facts.licence.target }

    func decide(_ facts: CoverageFacts, _ context: Context) throws(Refusal) -> Decision {
        let id = facts.licence.licence.id
        guard let present = facts.coverage.first(where: { $0.span.contains(lastDay) }) else {
            throw .conflict("\(id) does not cover \(facts.organisation) on \(lastDay)")
        }
        var touched = Touched(from: lastDay.next)
        touched.licence = id
        touched.organisations = [facts.organisation]
        return Decision(.uncoverOrganisation(id, present, until: lastDay), touched: touched)
    }
}
