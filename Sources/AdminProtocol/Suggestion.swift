/// What someone who misspelt a name may have meant.
enum Suggestion {
    /// The nearest name, if it is near: at most a third of its letters differ, one in any case.
    static func near(_ typed: String, among names: [String]) -> String? {
        let typed = clip(typed.lowercased())
        let scored = names.map { name in
            (name: name, distance: EditDistance.between(typed, Array(name.utf8)))
        }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, best.name.utf8.count / 3) ? best.name : nil
    }

    /// As much of a client's text as is looked at: comparing takes the product of the lengths.
    static func clip(_ text: String) -> [UInt8] {
        Array(text.utf8.prefix(ProtocolLimits.maxEcho))
    }
}
