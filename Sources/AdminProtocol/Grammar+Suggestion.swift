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
    /// The first word counts most: who types `chekc P-1` means a check. Then each is compared with
    /// as many of the words as it has itself, so that a subject which looks like a word does not
    /// count against it.
    private func nearestCommand(_ words: [String], among candidates: [CommandSpec]) -> String? {
        var typed: [Int: [UInt8]] = [:]
        for count in Set(candidates.map(\.words.count)) {
            typed[count] = Suggestion.clip(words.prefix(count).joined(separator: " "))
        }
        let first = Suggestion.clip(words.first ?? "")
        var firstDistances: [String: Int] = [:]
        for word in Set(candidates.compactMap(\.words.first)) {
            firstDistances[word] = EditDistance.between(first, Array(word.utf8))
        }
        let scored = candidates.map { command in
            let whole = EditDistance.between(
                typed[command.words.count] ?? [], Array(command.name.utf8))
            return (command, distance: (firstDistances[command.words.first ?? ""] ?? 0, whole))
        }
        return scored.min { $0.distance < $1.distance }?.0.name
    }
}
