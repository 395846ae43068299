import Glibc
import NIOPosix

/// Where an interactive session takes its lines from: a terminal, or a test's list.
package struct LineSource: Sendable {
    private let read: @Sendable (Vocabulary) async -> String?

    /// - Parameter read: the next line, asked for with what TAB can complete; nil at the end.
    package init(_ read: @escaping @Sendable (Vocabulary) async -> String?) {
        self.read = read
    }

    func next(_ vocabulary: Vocabulary) async -> String? { await read(vocabulary) }

    /// The terminal of this process, with the history in the file. The prompt stays out of an
    /// output that goes elsewhere, and a terminal that cannot move its cursor gets no editor.
    package static func terminal(
        in surroundings: Surroundings, input: InputLines
    ) -> LineSource {
        let screen = surroundings.outputIsTerminal ? STDOUT_FILENO : STDERR_FILENO
        if surroundings.variable("TERM") ?? "dumb" == "dumb" {
            let plain = PlainTypist(input: input, screen: screen)
            return LineSource { _ in await plain.next() }
        }
        let prompt = LinePrompt(
            terminal: Terminal(input: STDIN_FILENO, output: screen),
            colours: Colours(isOn: surroundings.wantsColour))
        let typist = Typist(prompt: prompt, file: HistoryFile(in: surroundings))
        return LineSource { await typist.next($0) }
    }
}

/// Keeps the prompt and the history from line to line.
private actor Typist {
    private var prompt: LinePrompt
    private var history: History
    private let file: HistoryFile

    init(prompt: LinePrompt, file: HistoryFile) {
        self.prompt = prompt
        self.file = file
        history = file.load()
    }

    /// Reading blocks, so it is done on a thread that may block.
    func next(_ vocabulary: Vocabulary) async -> String? {
        let (asking, known) = (prompt, history)
        let answer = try? await NIOThreadPool.singleton.runIfActive {
            var asking = asking
            let event = asking.readLine(history: known, vocabulary: vocabulary)
            return (asking, event)
        }
        guard let (asked, event) = answer, case .line(let line) = event else { return nil }
        prompt = asked
        let kept = String(line.reversed().drop { $0 == " " }.reversed())
        if history.add(kept) { file.append(kept) }
        return line
    }
}

/// Asks without an editor.
private actor PlainTypist {
    private var input: InputLines
    private let screen: Int32

    init(input: InputLines, screen: Int32) {
        self.input = input
        self.screen = screen
    }

    func next() async -> String? {
        _ = FileBytes.write(Array(LinePrompt.text.utf8), to: screen)
        var lines = input
        defer { input = lines }
        let line = await lines.next()
        if line == nil { _ = FileBytes.write([UInt8(ascii: "\n")], to: screen) }
        return line.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
