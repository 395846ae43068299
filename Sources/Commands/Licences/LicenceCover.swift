import AdminProtocol
import Registry
import Store

struct LicenceCover: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "cover"], "Names an organisation that an umbrella licence covers.",
        arguments: CoverageArguments.specs + [
            ArgumentSpec("from", .date, "the first day (today)"),
            ArgumentSpec("until", .date, "the last day (as long as the licence)"),
        ],
        isWrite: true, changesExisting: true,
        example: "licence cover L-1 organisation=O-2 from=2026-01-01")

    let arguments: CoverageArguments
    let span: DateSpan

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try CoverageArguments(request)
        span = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> CoverageFacts {
        try await arguments.facts(transaction)
    }

    func target(_ facts: CoverageFacts) -> (thing: Thing, version: Int)? { facts.licence.target }

    func decide(_ facts: CoverageFacts, _ context: Context) throws(Refusal) -> Decision {
        let licence = facts.licence.licence
        if span.isEmpty { throw .rules([.datesInvalid(span)]) }
        guard licence.type == .umbrella else {
            throw .conflict(
                "\(licence.id) is a \(licence.type.rawValue) licence: only an "
                    + "umbrella licence covers other organisations")
        }
        if facts.organisation == licence.holder {
            throw .conflict("\(facts.organisation) holds \(licence.id): it needs no cover by it")
        }
        if let other = facts.coverage.first(where: { $0.span.overlaps(span) }) {
            throw .conflict(
                "\(licence.id) covers \(facts.organisation) already, \(other.span.text)")
        }
        let coverage = Coverage(organisation: facts.organisation, span: span)
        return Decision(.coverOrganisation(licence.id, coverage))
    }
}
