/// Walking through earlier lines with the arrow keys, without losing the one being typed.
struct HistoryRecall: Sendable, Equatable {
    private let lines: [String]
    private var position: Int
    private var draft = ""

    init(lines: [String]) {
        self.lines = lines
        position = lines.count
    }

    /// The line before the one shown; nil at the oldest.
    mutating func earlier(leaving text: String) -> String? {
        guard position > 0 else { return nil }
        if position == lines.count { draft = text }
        position -= 1
        return lines[position]
    }

    /// The line after the one shown, last of all the draft; nil when that is shown already.
    mutating func later(leaving text: String) -> String? {
        guard position < lines.count else { return nil }
        position += 1
        return position == lines.count ? draft : lines[position]
    }
}
