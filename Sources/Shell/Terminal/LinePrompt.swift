import Glibc

/// Asks for one line after another on a terminal.
///
/// A value: it goes to a thread that may block and comes back with what was typed ahead.
package struct LinePrompt: Sendable {
    package enum Event: Sendable, Equatable {
        case line(String)
        /// Control-D, or the terminal is gone.
        case end
    }

    package static let text = "licentia> "
    /// The most candidates that TAB lists.
    static let maxOffered = 200

    let terminal: Terminal
    let colours: Colours
    private var typedAhead: ArraySlice<UInt8> = []
    private var decoder = KeyDecoder()

    package init(terminal: Terminal, colours: Colours) {
        self.terminal = terminal
        self.colours = colours
    }

    /// Reads one line. Blocks the thread.
    package mutating func readLine(history: History, vocabulary: Vocabulary) -> Event {
        terminal.raw {
            var editor = LineEditor(history: history.lines)
            draw(editor)
            while let key = nextKey() {
                if let event = act(on: editor.press(key), &editor, history, vocabulary) {
                    return event
                }
            }
            write("\r\n")
            return .end
        }
    }

    private func act(
        on effect: LineEditor.Effect, _ editor: inout LineEditor, _ history: History,
        _ vocabulary: Vocabulary
    ) -> Event? {
        switch effect {
        case .none: return nil
        case .redraw:
            // Of what is pasted only the end is drawn.
            if typedAhead.isEmpty { draw(editor) }
        case .clearScreen:
            write("\u{1B}[H\u{1B}[2J")
            draw(editor)
        case .complete: complete(&editor, vocabulary)
        case .abandon:
            write("^C\r\n")
            editor = LineEditor(history: history.lines)
            draw(editor)
        case .submit(let text):
            draw(editor)
            write("\r\n")
            return .line(text)
        case .quit:
            write("\r\n")
            return .end
        }
        return nil
    }

    private func complete(_ editor: inout LineEditor, _ vocabulary: Vocabulary) {
        let completion = Completion(of: editor.before, with: vocabulary)
        let typed = String(editor.before.suffix(completion.replaced))
        let common = completion.common
        if completion.candidates.isEmpty {
            write("\u{07}")
        } else if common != typed, common.count >= typed.count {
            editor.replace(last: completion.replaced, with: common)
        } else {
            offer(completion.candidates)
        }
        draw(editor)
    }

    /// Lists candidates under the line, several in a row.
    private func offer(_ candidates: [String]) {
        let shown = candidates.prefix(Self.maxOffered).map { PlainText.of($0) }
        let width = shown.reduce(0) { max($0, DisplayWidth.of($1)) } + 2
        let inRow = max(Terminal.columns(of: terminal.output) / max(width, 1), 1)
        var text = ""
        for (index, candidate) in shown.enumerated() {
            text += index.isMultiple(of: inRow) ? "\r\n" : ""
            text += candidate + String(repeating: " ", count: width - DisplayWidth.of(candidate))
        }
        write(text + "\r\n")
    }

    private func draw(_ editor: LineEditor) {
        let view = LineView(
            before: editor.before, after: editor.after, prompt: Self.text,
            columns: Terminal.columns(of: terminal.output))
        write(view.drawing(prompt: Self.text, colours: colours))
    }

    private mutating func nextKey() -> Key? {
        while true {
            while let byte = typedAhead.popFirst() {
                if let key = decoder.take(byte) { return key }
            }
            guard let more = FileBytes.read(terminal.input), !more.isEmpty else { return nil }
            typedAhead = more[...]
        }
    }

    private func write(_ text: String) {
        _ = FileBytes.write(Array(text.utf8), to: terminal.output)
    }
}
