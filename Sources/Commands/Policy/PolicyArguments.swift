import AdminProtocol
import Registry

/// What `policy set` takes: one of four kinds of row, with the terms that its kind has.
struct PolicyArguments: Sendable {
    private enum Terms {
        case number(PolicyNumber)
        case severity(SeverityRow)
        case retention(RetentionRule)
        case experience(ExperienceRule)
    }

    /// The organisation whose overlay the row is to be.
    let organisation: Reference<OrganisationID>?
    let effective: DateSpan
    private let terms: Terms

    static let kinds = [
        ArgumentSpec(
            "number", .choice(PolicyNumber.Name.allCases.map(\.rawValue)), "a number, with value="),
        ArgumentSpec(
            "severity", .choice(RuleCode.allCases.map(\.rawValue)),
            "how a broken rule is taken, with value="),
        ArgumentSpec(
            "retention", .word,
            "a rule by which certifications are kept, with role=, first=, counts-first="),
        ArgumentSpec(
            "experience", .word,
            "what an organisation asks people to have done elsewhere, with role=, programme=, "
                + "organisation=, needs="),
    ]

    private static let counted = "workshop:any, workshop:MODE or training:KIND"

    static let terms = [
        ArgumentSpec(
            "value", .list(of: .form("a number, several for the ladder, or a severity")),
            "the number, or refuse, warn or waivable"),
        ArgumentSpec("role", .choice(Role.allCases.map(\.rawValue)), "whose rule it is"),
        ArgumentSpec(
            "programme", .programme, "in which programme (all that have none of that name)"),
        ArgumentSpec(
            "organisation", .id(.organisation), "only for this organisation, beside the others"),
        ArgumentSpec("first", .integer(1...1_200), "months of the first window"),
        ArgumentSpec("later", .integer(1...1_200), "months of every later window (first)"),
        ArgumentSpec(
            "counts-first", .list(of: .form(counted)), "what counts in the first window"),
        ArgumentSpec(
            "counts-later", .list(of: .form(counted)), "what counts later (counts-first)"),
        ArgumentSpec(
            "counts-in", .choice(RetentionRule.Reach.allCases.map(\.rawValue)),
            "in which programme: that of the certification, or any (same)"),
        ArgumentSpec(
            "trained-in", .choice(RetentionRule.TrainedIn.allCases.map(\.rawValue)),
            "only for people trained in one programme, or in several (both)"),
        ArgumentSpec("needs", .list(of: .programme), "programmes of which one suffices"),
        ArgumentSpec("counts", .list(of: .form(counted)), "what must be done (workshop:any)"),
    ]

    static let days = [
        ArgumentSpec("from", .date, "the first day on which it holds (today)"),
        ArgumentSpec("until", .date, "the last day, where it is known"),
        ArgumentSpec("source", .text, isRequired: true, "where it comes from"),
    ]

    /// The terms that each kind has.
    private static let taken: [String: Set<String>] = [
        "number": ["value"],
        "severity": ["value"],
        "retention": [
            "role", "programme", "organisation", "first", "later", "counts-first",
            "counts-later", "counts-in", "trained-in",
        ],
        "experience": ["role", "programme", "organisation", "needs", "counts"],
    ]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        effective = DateSpan(
            from: try request.optionalDate("from", today: today) ?? today,
            until: try request.optionalDate("until", today: today))
        organisation = try request.optionalID("organisation")
        let kind = try Self.kind(of: request)
        let source = try request.text("source")
        switch kind {
        case "number": terms = .number(try request.policyNumber(effective, source))
        case "severity": terms = .severity(try request.severityRow(effective, source))
        case "retention": terms = .retention(try request.retentionRule(effective, source))
        default: terms = .experience(try request.experienceRule(effective, source))
        }
    }

    /// The one kind named; what the others take must not stand on the line.
    private static func kind(of request: Request) throws(ProtocolError) -> String {
        let named = kinds.map(\.name).filter(request.isGiven)
        guard let kind = named.first else { throw request.missing("number") }
        for name in named.dropFirst() + terms.map(\.name).filter(request.isGiven)
        where !(taken[kind]?.contains(name) ?? false) {
            throw request.badValue(name, want: "left out where \(kind)= is given")
        }
        return kind
    }

    /// The row, for the organisation that the line names.
    func row(of organisation: OrganisationID?) -> PolicyRow {
        switch terms {
        case .number(let number): return .number(number)
        case .severity(let severity): return .severity(severity)
        case .retention(var rule):
            rule.organisation = organisation
            return .retention(rule)
        case .experience(var rule):
            if let organisation { rule.organisation = organisation }
            return .experience(rule)
        }
    }
}
