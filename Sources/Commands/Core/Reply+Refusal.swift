package import AdminProtocol
package import Registry

extension Reply {
    /// The reply that says a refusal: a line per broken rule, then `NO` with the first one's code.
    package init(_ refusal: Refusal) {
        switch refusal {
        case .rules(let reasons):
            self.init(reasons.map { DataLine("reason", $0) }, final: .refused(reasons))
        case .no(let code, let fields, let message):
            self.init(final: .no(code, fields, message: message))
        case .bad(let error):
            self.init(final: error.final)
        }
    }
}

extension Final {
    fileprivate static func refused(_ reasons: [Reason]) -> Final {
        let advice = reasons.map(\.advice).joined(separator: "; ")
        return .no(
            code: reasons.first?.code.rawValue ?? NoCode.internal.rawValue,
            fields: [Field("reasons", .integer(reasons.count))],
            message: String(advice.prefix(mostAdvice)), retry: false)
    }

    /// A message is a sentence, not a report: the lines before it tell everything.
    private static let mostAdvice = 1_000
}

extension DataLine {
    /// `* reason code=… person=… …`, or under another kind such as `warning`.
    ///
    /// - Parameter question: `offer` or `train` in checks.
    package init(_ kind: String, _ reason: Reason, for question: String? = nil) {
        self.init(kind)
        add("for", word: question)
        add("code", word: reason.code.rawValue)
        add("person", word: reason.person)
        for detail in reason.details { add(detail.key, detail.value.field) }
    }
}

extension Reason.Value {
    var field: FieldValue {
        switch self {
        case .word(let word): return .word(word)
        case .text(let text): return .text(text)
        case .number(let number): return .integer(number)
        case .date(let date): return .date(date)
        case .words(let words): return .list(words)
        case .flag(let flag): return .boolean(flag)
        }
    }
}
