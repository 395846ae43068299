import AdminProtocol
import Registry
import Store

struct PolicySet: WriteCommand {
    static let spec = CommandSpec(
        ["policy", "set"],
        "Sets a number, a severity or a rule of standing from a day on; earlier rows stay.",
        arguments: PolicyArguments.kinds + PolicyArguments.terms + PolicyArguments.days,
        isWrite: true,
        example: "policy set number=report-grace-days value=30 from=2027-01-01 "
            + "source=\"licensor, letter of 2026-11-02\"")

    struct Facts: Sendable {
        var catalogue: Catalogue
        var organisation: OrganisationID?
        /// For a trusted file: the rows that there are.
        var rows: [PolicyRow]
    }

    let arguments: PolicyArguments

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        arguments = try PolicyArguments(request, today: today)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        try await transaction.lockPolicy()
        let organisation = try await transaction.snapshot.resolve(arguments.organisation)
        if let organisation {
            _ = try await transaction.share([organisation]).demand(organisation)
        }
        return Facts(
            catalogue: try await transaction.snapshot.programmes(), organisation: organisation,
            rows: try await transaction.snapshot.policyRows(for: context))
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let row = arguments.row(of: facts.organisation)
        try context.demandDays(of: row)
        if let code = row.programme { _ = try facts.catalogue.demand(code) }
        if case .severity(let severity) = row, severity.code.alwaysRefuses,
            severity.severity != .refuse
        {
            throw .conflict(
                "\(severity.code.rawValue) always refuses: without it nothing can be judged or "
                    + "kept; choose another rule")
        }
        if case .experience(let rule) = row {
            for code in rule.needs { _ = try facts.catalogue.demand(code) }
        }
        return Decision(facts.rows.change(to: row))
    }
}
