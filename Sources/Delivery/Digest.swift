import Registry
import Store

/// What one recipient is told of one business date, in plain words.
struct Digest: Sendable {
    /// The recipient's name.
    let name: String
    let on: CivilDate
    let content: DispatchContent

    var subject: String {
        content.count == 1
            ? "1 notice of \(on) for \(name)" : "\(content.count) notices of \(on) for \(name)"
    }

    var body: String {
        var lines = ["Licentia, the registry of licences and leaders, for \(name), \(on):", ""]
        lines += content.notices.map { "\($0.id)  \(sentence(of: $0.finding))" }
        let left = content.count - content.notices.count
        if left > 0 { lines.append("and \(left) more; `notice list` has them.") }
        lines += [
            "", "Whoever sees to one of them says so with `notice ack N-…`, or lets it rest with",
            "`notice snooze N-… until=DATE`. This message was made by a program.",
        ]
        return lines.joined(separator: "\n")
    }

    private func sentence(of finding: Finding) -> String {
        let thing = name(of: finding)
        let until = finding.until.map(\.description) ?? ""
        let other = finding.organisation.map { name(of: .organisation($0)) } ?? ""
        let programme = finding.programme?.text ?? ""
        switch finding.rule {
        case .expired: return "\(thing) ended on \(until)."
        case .lapsed: return "\(thing) has lapsed: it held until \(until)."
        case .coverageEnded: return "\(thing) covered \(other) until \(until)."
        case .affiliationEnded: return "\(thing) belonged to \(other) until \(until)."
        case .expiring: return "\(thing) ends on \(until)\(within(finding))."
        case .offerLost: return "\(thing) may no longer offer \(programme)\(because(finding))."
        case .offerGained: return "\(thing) may offer \(programme) now."
        case .trainLost:
            return "\(thing) may no longer train in-house in \(programme)\(because(finding))."
        case .trainGained: return "\(thing) may train in-house in \(programme) now."
        case .reportDue: return "The annual report of \(thing) is due since \(until)."
        case .reportOverdue:
            return "The annual report of \(thing) is overdue; it was due on \(until)."
        }
    }

    private func within(_ finding: Finding) -> String {
        finding.threshold.map { ", which is in \($0) days or less" } ?? ""
    }

    /// Why, in codes. That nobody lives with the condition would say something of the health of
    /// people who may be known: it is not told.
    private func because(_ finding: Finding) -> String {
        let codes = finding.reasons.filter { $0 != .noPeerLeader }.map(\.rawValue)
        return codes.isEmpty ? "" : ": " + codes.joined(separator: ", ")
    }

    /// A licence, a certification, or whatever else it is about.
    private func name(of finding: Finding) -> String {
        guard let role = finding.role, let programme = finding.programme else {
            return name(of: finding.about)
        }
        let word = role == .leader ? "leader" : "master trainer"
        return "The certification of \(name(of: finding.about)) as \(word) of \(programme.text)"
    }

    private func name(of thing: Thing) -> String {
        if case .licence(let id) = thing { return "Licence \(id)" }
        return content.names[thing].map { "\($0) (\(thing))" } ?? thing.description
    }
}
