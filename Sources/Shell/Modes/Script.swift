/// Requests on standard input, one a line; blank lines and lines that begin with `#` are skipped.
package struct Script {
    var lines: InputLines
    var printer: ReplyPrinter
    let errors: Sink

    package init(_ lines: InputLines, printer: ReplyPrinter, errors: Sink) {
        self.lines = lines
        self.printer = printer
        self.errors = errors
    }

    /// Sends one request at a time and stops at the first that is not answered `OK`: what follows
    /// may build on it.
    package mutating func run(in conversation: inout Conversation) async throws -> ShellStatus {
        var printer = printer
        defer { self.printer = printer }
        while let line = await lines.nextRequest() {
            let outcome: Outcome
            do {
                var turn = try await conversation.ask(line.bytes) { try printer.take($0) }
                while case .wantsMore = turn {
                    try await sendBlock(conversation.sender)
                    turn = try await conversation.reply { try printer.take($0) }
                }
                guard case .final(let final) = turn else { return .disconnected }
                outcome = final
            } catch let failure as ShellFailure {
                throw failure.at(line: line.number)
            }
            if outcome.exitStatus != .done { tell(outcome, line.number) }
            if outcome.status != .ok { return outcome.exitStatus }
        }
        return .done
    }

    /// A block stands in the script as it goes over the wire, to its line with a single dot.
    private mutating func sendBlock(_ sender: RequestSender) async throws {
        let end = [UInt8(ascii: ".")]
        while let line = await lines.next(), line.bytes != end { try await sender.send(line.bytes) }
        try await sender.send(end)
    }

    func tell(_ outcome: Outcome, _ number: Int) {
        errors.say("line \(number): \(outcome.sentence)")
    }
}

extension ShellFailure {
    /// The same, with the line of the script that it happened at.
    func at(line number: Int) -> ShellFailure {
        ShellFailure(kind, "line \(number): \(message)")
    }
}
