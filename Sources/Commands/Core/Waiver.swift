import AdminProtocol
import Registry

/// `waive=`: rules that an administrator sets aside for one request, with a reason. Kept with the
/// thing and in its event, and announced.
struct Waiver: Sendable {
    let codes: Set<RuleCode>

    static let spec = ArgumentSpec(
        "waive", .list(of: .choice(RuleCode.allCases.map(\.rawValue))),
        "rules to set aside where they are waivable, with reason=")

    init(_ request: Request) throws(ProtocolError) {
        codes = Set(try request.choices("waive"))
        if !codes.isEmpty, request.reason == nil { throw request.missing("reason") }
    }

    /// Refuses a waiver by anyone but an administrator, and of a rule that is not waivable on
    /// `date`.
    func demandAllowed(
        by policy: Policy, on date: CivilDate, _ context: Context
    ) throws(Refusal) {
        if codes.isEmpty { return }
        guard context.account.belongs(to: [.administrator]) else {
            throw .no(.denied, message: "only administrators set rules aside: leave out waive=")
        }
        for code in inOrder where policy.severity(of: code, on: date) != .waivable {
            throw .conflict(
                "\(code.rawValue) is not waivable on \(date): leave it out of waive=, or see "
                    + "policy list about=severity",
                [Field("waive", .word(code.rawValue))])
        }
    }

    /// What the reply warns of: what only warns, what was set aside, and what was named for it
    /// though it was not broken.
    func warnings(of judgement: Judgement) -> [Reason] {
        let waived = Set(judgement.waived.map(\.code))
        let needless = inOrder.filter { !waived.contains($0) }.map { code in
            Reason(
                code, details: [Reason.Detail("waived", .flag(false))],
                advice: "\(code.rawValue) is not broken: leave it out of waive=")
        }
        return judgement.warnings + judgement.waived + needless
    }

    private var inOrder: [RuleCode] { RuleCode.allCases.filter(codes.contains) }
}
