/// One request from the command line, and its reply.
package struct OneShot {
    let request: String
    var printer: ReplyPrinter
    let errors: Sink
    /// Where a block comes from that the server asks for (`licentia import … < file`); nil on a
    /// terminal, where nobody would know that one is waited for.
    var block: InputLines?

    package init(_ request: String, printer: ReplyPrinter, errors: Sink, block: InputLines?) {
        self.request = request
        self.printer = printer
        self.errors = errors
        self.block = block
    }

    /// Asks and prints. Where the output is the bare protocol, a refusal is also said on standard
    /// error, so that it is seen when the output goes into a file.
    package mutating func run(in conversation: inout Conversation) async throws -> ShellStatus {
        var printer = printer
        defer { self.printer = printer }
        var turn = try await conversation.ask(request) { try printer.take($0) }
        while case .wantsMore = turn {
            try await sendBlock(conversation.sender)
            turn = try await conversation.reply { try printer.take($0) }
        }
        guard case .final(let outcome) = turn else { return .disconnected }
        if outcome.exitStatus != .done, printer.isBare { errors.say(outcome.sentence) }
        return outcome.exitStatus
    }

    /// Sends what there is, with its dots doubled, and the line that ends it.
    private mutating func sendBlock(_ sender: RequestSender) async throws {
        let dot = UInt8(ascii: ".")
        while let line = await block?.next() {
            try await sender.send(line.bytes.first == dot ? [dot] + line.bytes : line.bytes)
        }
        block = nil
        try await sender.send([dot])
    }
}
