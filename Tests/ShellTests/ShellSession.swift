import Shell
import Synchronization

/// One run of the shell as a process would do it, with what it wrote and how it ended.
struct ShellSession {
    let status: ShellStatus
    let output: String
    let errors: String

    static func run(
        _ arguments: [String], input: String = "", at path: String? = nil, onTerminal: Bool = false,
        errorsOnTerminal: Bool = false, environment: [String: String] = [:],
        secret: String? = nil
    ) async -> ShellSession {
        let socket = path.map { ["--socket", $0] } ?? []
        let (output, errors) = (Recorder(), Recorder())
        let usual = ["HOME": "/nonexistent", "NO_COLOR": "1"]
        var surroundings = Surroundings(
            environment: usual.merging(environment) { $1 }, outputIsTerminal: onTerminal,
            errorsAreTerminal: errorsOnTerminal)
        surroundings.askSecret = { _ in secret }
        let status = await ShellRun.start(
            socket + arguments, in: surroundings, input: lines(input), output: output.sink,
            errors: errors.sink)
        return ShellSession(status: status, output: output.text, errors: errors.text)
    }

    /// The text as input that comes in small pieces.
    static func lines(_ text: String) -> InputLines {
        let rest = Mutex(Array(text.utf8))
        return InputLines {
            rest.withLock { bytes in
                defer { bytes.removeFirst(min(7, bytes.count)) }
                return Array(bytes.prefix(7))
            }
        }
    }
}
