extension Grammar {
    /// The error for words that name no command. Where the first word is known, the message says
    /// what may follow it.
    func unknownCommand(words: [String]) -> ProtocolError {
        let group = words.first.map { commands(under: [$0]) } ?? []
        let nearest = nearestCommand(words, among: group.isEmpty ? commands : group)
        return ProtocolError(
            .unknownCommand, didYouMean: nearest,
            message: message(words: words, group: group, nearest: nearest))
    }

    private func message(words: [String], group: [CommandSpec], nearest: String?) -> String {
        if let first = words.first, !group.isEmpty {
            let next = group.filter { $0.words.count > 1 }
                .map { $0.words.dropFirst().joined(separator: " ") }
            return "\(first) is followed by one of: \(next.joined(separator: ", "))."
        }
        guard let nearest else { return "There is no such command." }
        return "There is no such command; \(nearest) is the nearest. Send help to see them all."
    }

    /// The nearest known command: always one, since the contract promises it.
    ///
    /// Each is compared with as many of the words as it has itself, so that a subject which looks
    /// like a word does not count against it.
    private func nearestCommand(_ words: [String], among candidates: [CommandSpec]) -> String? {
        var typed: [Int: [UInt8]] = [:]
        for count in Set(candidates.map(\.words.count)) {
            typed[count] = Suggestion.clip(words.prefix(count).joined(separator: " "))
        }
        let scored = candidates.map { command in
            let typed = typed[command.words.count] ?? []
            return (command, EditDistance.between(typed, Array(command.name.utf8)))
        }
        return scored.min { $0.1 < $1.1 }?.0.name
    }
}
