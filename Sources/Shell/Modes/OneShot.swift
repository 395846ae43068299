/// One request from the command line, and its reply.
package struct OneShot {
    let request: String
    var printer: ReplyPrinter
    let errors: Sink
    /// Where a block comes from that the server asks for (`licentia import people < file`); nil on
    /// a terminal, where nobody would know that one is waited for.
    var block: BlockSource?
    /// Whether a list is asked for to its end, page by page.
    var wantsAll = false
    /// Where somebody watches.
    var progress: Progress?

    package init(
        _ request: String, printer: ReplyPrinter, errors: Sink, block: BlockSource?,
        wantsAll: Bool = false, progress: Progress? = nil
    ) {
        self.request = request
        self.printer = printer
        self.errors = errors
        self.block = block
        self.wantsAll = wantsAll
        self.progress = progress
    }

    /// Asks and prints. Where the output is the bare protocol, a refusal is also said on standard
    /// error, so that it is seen when the output goes into a file.
    package mutating func run(in conversation: inout Conversation) async throws -> ShellStatus {
        let pages = wantsAll ? ListPages(request) : nil
        var next: String? = request
        var status = ShellStatus.done
        while let line = next {
            let outcome = try await ask(line, in: &conversation, pages)
            status = outcome.exitStatus
            next = pages?.next(after: outcome)
            if status != .done, printer.isBare { errors.say(outcome.sentence) }
        }
        try printer.finish()
        return status
    }

    private mutating func ask(
        _ line: String, in conversation: inout Conversation, _ pages: ListPages?
    ) async throws -> Outcome {
        try await conversation.sender.send(Array(line.utf8))
        while true {
            switch try await reply(in: &conversation, pages) {
            case .final(let outcome): return outcome
            case .wantsMore: try await answerWithBlock(in: &conversation)
            }
        }
    }

    /// Reads to the end of a reply. The final line of a page is not the end of a whole list.
    private mutating func reply(
        in conversation: inout Conversation, _ pages: ListPages?
    ) async throws -> Conversation.Turn {
        var printer = printer
        let progress = progress
        defer {
            progress?.clear()
            self.printer = printer
        }
        var rows = 0
        return try await conversation.reply { line in
            if case .data(let row) = line.meaning {
                rows += 1
                if row.kind == "progress", let progress, !line.isJSON {
                    return progress.told(row)
                }
                if row.kind == "row" { progress?.received(rows: rows) }
            }
            if case .final(let outcome) = line.meaning {
                progress?.clear()
                if pages?.next(after: outcome) != nil { return }
            }
            try printer.take(line)
        }
    }

    /// Sends the block. Where the server hangs up on the way, what it said is still to be read.
    private mutating func answerWithBlock(in conversation: inout Conversation) async throws {
        let upload = BlockUpload(
            source: block, sender: conversation.sender, progress: progress)
        block = nil
        do {
            try await upload.run()
        } catch let failure as ShellFailure where failure.kind == .lost {
            progress?.clear()
        }
    }
}
