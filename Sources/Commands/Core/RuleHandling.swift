import Registry

/// What a write does with the registry's rules.
package enum RuleHandling: String, Sendable, CaseIterable {
    /// A broken rule refuses.
    case enforce
    /// A record of the past that breaks rules is kept as found, and never counts.
    case report
    /// The record comes out of a registry, where it was judged: it is kept as it says.
    case trust
}

extension Context {
    /// What is to be done about broken rules: nothing is broken, or they are set aside and told.
    ///
    /// Days that are no days cannot be kept, and what has not happened yet is no record of the
    /// past: these refuse under every handling.
    ///
    /// - Returns: the rules that were set aside; a record with any is one as found.
    /// - Throws: a `Refusal` with every broken rule.
    func settle(_ broken: [Reason]) throws(Refusal) -> [Reason] {
        if broken.isEmpty { return [] }
        let isOfThePast = !broken.contains {
            $0.code == .datesInvalid || $0.code == .dateInFuture
        }
        guard rules == .report, isOfThePast else { throw .rules(broken) }
        return broken
    }
}
