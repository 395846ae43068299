/// How the line being typed looks on one row of a terminal.
///
/// One row only: a longer line slides under the prompt, so that nothing has to be known about how
/// a terminal wraps. Widths are counted in columns, so that wide characters do not shift the
/// cursor.
package struct LineView: Sendable, Equatable {
    /// What of the line is seen.
    package let visible: String
    /// Columns from the start of the row to the cursor.
    package let cursor: Int

    /// The least that is left for the line where the terminal is narrower than the prompt.
    static let leastRoom = 4

    package init(before: String, after: String, prompt: String, columns: Int) {
        let promptWidth = DisplayWidth.of(prompt)
        // The last column stays free: writing there makes some terminals go to the next row.
        let room = max(columns - promptWidth - 1, Self.leastRoom)
        // Where both sides are too long, some of what follows the cursor is seen too.
        let ahead = Self.fitting(after, in: room / 3).width
        let left = Self.fitting(before.reversed(), in: room - ahead)
        let shown = String(left.text.reversed())
        let right = Self.fitting(after, in: room - left.width)
        visible = shown + String(right.text)
        cursor = promptWidth + left.width
    }

    /// As many characters as fit, and their width.
    private static func fitting(
        _ characters: some Sequence<Character>, in room: Int
    ) -> (text: [Character], width: Int) {
        var width = 0
        var text: [Character] = []
        for character in characters {
            let wider = width + DisplayWidth.of(character)
            if wider > room { break }
            width = wider
            text.append(character)
        }
        return (text, width)
    }

    /// The bytes that draw the row anew, whatever was on it.
    package func drawing(prompt: String, colours: Colours) -> String {
        "\r" + colours.paint(prompt, .prompt) + PlainText.of(visible) + "\u{1B}[K\r"
            + (cursor > 0 ? "\u{1B}[\(cursor)C" : "")
    }
}
