import Registry
import Store

extension Finding {
    /// One line to compare: `expiring L-1 until=2026-03-31 threshold=7`.
    var line: String {
        var words = ["\(rule.rawValue) \(about)"]
        if let programme { words.append("programme=\(programme)") }
        if let role { words.append("role=\(role.rawValue)") }
        if let organisation { words.append("organisation=\(organisation)") }
        if let until { words.append("until=\(until)") }
        if let threshold { words.append("threshold=\(threshold)") }
        if !reasons.isEmpty {
            words.append("reasons=" + reasons.map(\.rawValue).joined(separator: ","))
        }
        return words.joined(separator: " ")
    }
}
