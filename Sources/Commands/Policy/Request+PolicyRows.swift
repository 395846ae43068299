import AdminProtocol
import Registry

/// Reads a row of each kind from a line of `policy set`.
extension Request {
    func policyNumber(
        _ effective: DateSpan, _ source: String
    ) throws(ProtocolError) -> PolicyNumber {
        let name: PolicyNumber.Name = try choice("number")
        let texts = try list("value")
        guard !texts.isEmpty else { throw missing("value") }
        let values = texts.compactMap { ArgumentType.integer(from: $0, in: name.range) }
        guard values.count == texts.count, values.count <= name.mostValues else {
            let range = "\(name.range.lowerBound) to \(name.range.upperBound)"
            let want =
                name.mostValues == 1
                ? "a number from \(range)"
                : "at most \(name.mostValues) numbers from \(range), split by commas"
            throw badValue("value", want: want)
        }
        return PolicyNumber(name: name, values: values, effective: effective, source: source)
    }

    func severityRow(
        _ effective: DateSpan, _ source: String
    ) throws(ProtocolError) -> SeverityRow {
        let code: RuleCode = try choice("severity")
        let texts = try list("value")
        guard let text = texts.first else { throw missing("value") }
        guard texts.count == 1, let severity = Severity(rawValue: text) else {
            let names = Severity.allCases.map(\.rawValue).joined(separator: ", ")
            throw badValue("value", want: "one of \(names)")
        }
        return SeverityRow(code: code, severity: severity, effective: effective, source: source)
    }

    func retentionRule(
        _ effective: DateSpan, _ source: String
    ) throws(ProtocolError) -> RetentionRule {
        let first = try integer("first")
        let countsFirst = try counted("counts-first")
        guard !countsFirst.isEmpty else { throw missing("counts-first") }
        let countsLater = try counted("counts-later")
        return RetentionRule(
            programme: try optionalProgramme("programme"), role: try choice("role"),
            name: try text("retention"), firstMonths: first,
            laterMonths: try optionalInteger("later") ?? first, countsFirst: countsFirst,
            countsLater: countsLater.isEmpty ? countsFirst : countsLater,
            countsIn: try optionalChoice("counts-in") ?? .same,
            trainedIn: try optionalChoice("trained-in"), effective: effective, source: source)
    }

    func experienceRule(
        _ effective: DateSpan, _ source: String
    ) throws(ProtocolError) -> ExperienceRule {
        guard isGiven("organisation") else { throw missing("organisation") }
        let needs = try programmes("needs")
        guard !needs.isEmpty else { throw missing("needs") }
        let counts = try counted("counts")
        return ExperienceRule(
            // The number stands here once the line's reference is resolved.
            organisation: OrganisationID(0), name: try text("experience"),
            programme: try programme("programme"), role: try choice("role"), needs: needs,
            counts: counts.isEmpty ? [.anyWorkshop] : counts, effective: effective,
            source: source)
    }

    private func counted(_ name: String) throws(ProtocolError) -> Set<CountedActivity> {
        var counted: Set<CountedActivity> = []
        for text in try list(name) {
            guard let activity = CountedActivity(text) else { throw badValue(name) }
            counted.insert(activity)
        }
        return counted
    }
}
