extension Interactive {
    /// Sends a line and shows its reply.
    ///
    /// What a line means to the shell itself is done here: a file that is sent with it or filled by
    /// it, and a watch, which somebody has to end.
    ///
    /// - Returns: nil where nothing was sent, which was said.
    mutating func ask(
        _ request: String, in conversation: inout Conversation
    ) async throws -> Outcome? {
        let tokens = RequestQuoting.tokens(of: request)
        do {
            if let file = try FileImport(tokens.map(RequestQuoting.unquoted)) {
                let line = try RequestQuoting.line(file.request)
                return try await BlockSource.withFile(file.path) {
                    try await send(line, block: $0, in: &conversation)
                }
            }
            if let file = try FileExport(tokens) {
                return try await file.withSink { sink in
                    try await send(file.request, rowsTo: sink, in: &conversation)
                }
            }
        } catch let failure as ShellFailure where failure.kind == .usage {
            errors.say(failure.message)
            return nil
        }
        if WatchRequest(tokens) != nil { return try await watch(request, in: &conversation) }
        return try await send(request, in: &conversation)
    }

    private mutating func send(
        _ request: String, block: BlockSource? = nil, rowsTo file: Sink? = nil,
        in conversation: inout Conversation
    ) async throws -> Outcome {
        var reply = ShownReply(self, file)
        defer { reply.giveBack(to: &self) }
        let pages = ListPages(request)
        var block = block
        var turn = try await conversation.ask(request) { try reply.take($0) }
        while true {
            switch turn {
            case .final(let outcome):
                more = pages.next(after: outcome)
                return outcome
            case .wantsMore(let prompt):
                try await answer(prompt, with: block, conversation.sender)
                block = nil
                turn = try await conversation.reply { try reply.take($0) }
            }
        }
    }

    /// Sends what the server waits for. Only the block of an import can be sent from a prompt.
    private func answer(
        _ prompt: String, with block: BlockSource?, _ sender: RequestSender
    ) async throws {
        if let block {
            return try await BlockUpload(source: block, sender: sender, progress: progress).run()
        }
        // `+ send …` asks for a block, anything else for the answer of a log-in.
        let isBlock = prompt.isEmpty || prompt.hasPrefix("send")
        errors.say(
            isBlock
                ? "name the file on the line: import KIND FILE"
                : "nobody can log in here. Leave, and come again with --account or --token-file.")
        try await sender.send([UInt8(ascii: isBlock ? "." : "*")])
    }

    /// Shows events until somebody has seen enough. The line that ends a watch is answered too.
    private mutating func watch(
        _ request: String, in conversation: inout Conversation
    ) async throws -> Outcome {
        errors.say("Control-C ends the watch.")
        let (sender, interruption) = (conversation.sender, interruption)
        let end = Task {
            await interruption()
            if Task.isCancelled { return false }
            try await sender.send(Array("ping".utf8))
            return true
        }
        defer { end.cancel() }
        printer.isLive = true
        defer { printer.isLive = false }
        let outcome = try await send(request, in: &conversation)
        end.cancel()
        if try await end.value, !outcome.endsConversation {
            _ = try await conversation.reply { _ in }
        }
        return outcome
    }
}

/// A reply on its way to the screen, or its rows into a file.
private struct ShownReply {
    private var printer: ReplyPrinter
    private var vocabulary: Vocabulary
    private var file: ReplyPrinter?
    private let progress: Progress?
    private var rows = 0

    init(_ session: Interactive, _ file: Sink?) {
        printer = session.printer
        vocabulary = session.vocabulary
        progress = session.progress
        self.file = file.map { ReplyPrinter(.exported, to: $0) }
    }

    mutating func take(_ line: ReceivedLine) throws {
        if case .data(let row) = line.meaning {
            rows += 1
            vocabulary.learn(from: row)
            if let progress, !line.isJSON, row.kind == "progress" { return progress.told(row) }
            if file != nil, row["csv"] != nil {
                progress?.received(rows: rows)
                try file?.take(line)
                return
            }
        }
        progress?.clear()
        try printer.take(line)
    }

    func giveBack(to session: inout Interactive) {
        progress?.clear()
        session.printer = printer
        session.vocabulary = vocabulary
    }
}
