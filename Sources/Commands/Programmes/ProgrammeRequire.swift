import AdminProtocol
import Registry
import Store

struct ProgrammeRequire: WriteCommand {
    static let spec = CommandSpec(
        ["programme", "require"],
        "Asks from a day on what must be passed before a programme's leader or cross training.",
        arguments: [
            ArgumentSpec(
                "code", .programme, isRequired: true, isSubject: true, "the programme's code"),
            ArgumentSpec(
                "needs", .list(of: .programme), isRequired: true,
                "programmes of which one suffices"),
            ArgumentSpec(
                "standing", .choice(["trained", "current"]),
                "trained in it, or authorised on the first day too (trained)"),
            ArgumentSpec("from", .date, "the first day on which it is asked (today)"),
            ArgumentSpec("until", .date, "the last day, where it is known"),
            ArgumentSpec("source", .text, "where it comes from (programme require)"),
        ],
        isWrite: true,
        example: "programme require CPSMP needs=CDSMP,TOMANDO standing=current from=2027-01-01")

    private let code: ProgrammeCode
    private let prerequisite: Prerequisite

    struct Facts: Sendable {
        var catalogue: Catalogue
        /// For a trusted file: the rows that there are.
        var rows: [PolicyRow]
    }

    var row: PolicyRow { .prerequisite(code, prerequisite) }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        code = try request.programme("code")
        var needs: [ProgrammeCode] = []
        for need in try request.programmes("needs") where !needs.contains(need) {
            needs.append(need)
        }
        let standing = request.optionalText("standing")
        let effective = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
        prerequisite = Prerequisite(
            alternatives: needs, mustBeCurrent: standing == "current", effective: effective,
            source: request.optionalText("source") ?? "programme require")
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        try await transaction.lockPolicy()
        return Facts(
            catalogue: try await transaction.snapshot.programmes(),
            rows: try await transaction.snapshot.policyRows(for: context))
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        try context.demandDays(of: row)
        _ = try facts.catalogue.demand(code)
        for need in prerequisite.alternatives { _ = try facts.catalogue.demand(need) }
        if prerequisite.alternatives.contains(code) {
            throw .conflict("\(code) cannot come before itself: name other programmes")
        }
        return Decision(facts.rows.change(to: row))
    }
}
