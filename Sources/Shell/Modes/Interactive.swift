/// A person at a terminal: asks for lines, sends them, shows the replies, until the person leaves.
package struct Interactive {
    /// Why a conversation came to its end.
    private enum Ending: Sendable {
        case left
        /// The server is gone. The line, if any, was not sent and goes first over the next one.
        case closed(unsent: String?)
    }

    let dialler: Dialler
    let source: LineSource
    let wantsJSON: Bool
    let errors: Sink
    /// Where somebody watches a file go in or out.
    let progress: Progress?
    /// Waits until somebody wants a watch to end.
    let interruption: @Sendable () async -> Void
    var printer: ReplyPrinter
    var vocabulary = Vocabulary.empty
    private var hasBeenGreeted = false
    /// The request for the next page of the list that was shown last, if it has one.
    var more: String?

    package init(
        _ dialler: Dialler, source: LineSource, wantsJSON: Bool, printer: ReplyPrinter,
        errors: Sink, progress: Progress? = nil,
        interruption: @escaping @Sendable () async -> Void = Surroundings().interruption
    ) {
        self.dialler = dialler
        self.source = source
        self.wantsJSON = wantsJSON
        self.printer = printer
        self.errors = errors
        self.progress = progress
        self.interruption = interruption
    }

    /// Talks until the end of input or `quit`. Every lost connection is told; the next line that is
    /// typed opens a new one. A line that was sent is never sent again by itself.
    ///
    /// - Throws: where the first connection cannot be made.
    package mutating func run() async throws -> ShellStatus {
        var first: String?
        while true {
            do {
                switch try await talk(first) {
                case .left: return .done
                case .closed(let unsent): first = unsent
                }
            } catch let failure as ShellFailure
                where hasBeenGreeted && failure.isOfConnection
            {
                let unsent = failure.kind == .lost ? "" : " Nothing was sent."
                errors.say(failure.message + unsent)
                first = nil
            }
            if first == nil { first = await nextRequest() }
            if first == nil { return .done }
        }
    }

    /// One connection, from its greeting to its end.
    private mutating func talk(_ first: String?) async throws -> Ending {
        try await dialler.withConversation { conversation in
            try await begin(&conversation)
            var next = first
            while true {
                var request = next
                if request == nil { request = await nextRequest() }
                guard let request else { return .left }
                next = nil
                guard conversation.isOpen else {
                    errors.say("the server closed the connection; connecting again.")
                    return .closed(unsent: request)
                }
                guard let outcome = try await ask(request, in: &conversation) else { continue }
                if outcome.endsConversation {
                    return outcome.exitStatus == .done ? .left : .closed(unsent: nil)
                }
            }
        }
    }

    private mutating func begin(_ conversation: inout Conversation) async throws {
        do {
            var rows: [DataRow] = []
            _ = try await conversation.ask("describe") { line in
                if case .data(let row) = line.meaning { rows.append(row) }
            }
            vocabulary = Vocabulary(describedBy: rows)
            try await learnProgrammes(&conversation)
            if wantsJSON { try await conversation.speakJSON() }
        } catch let failure as ShellFailure where failure.kind == .lost {
            // Only our own questions were under way, so nobody has to wonder what was done.
            let message = "\(conversation.endpoint) hung up at once. Its log may say why."
            throw ShellFailure(.cannotConnect, message)
        }
        if hasBeenGreeted {
            errors.say("connected to \(conversation.endpoint) again.")
        } else {
            let version = PlainText.of(conversation.greeting["version"] ?? "")
            errors.say(
                "connected to licentiad \(version) at \(conversation.endpoint). "
                    + "help lists the commands, TAB completes, Control-D leaves.")
        }
        hasBeenGreeted = true
    }

    /// Programmes are few, and most requests name one.
    private mutating func learnProgrammes(_ conversation: inout Conversation) async throws {
        guard vocabulary.commands.contains(where: { $0.words == ["programme", "list"] }) else {
            return
        }
        var vocabulary = vocabulary
        _ = try await conversation.ask("programme list") { line in
            if case .data(let row) = line.meaning { vocabulary.learn(from: row) }
        }
        self.vocabulary = vocabulary
    }

    /// The next line that is a request; nil at the end.
    private func nextRequest() async -> String? {
        while let line = await source.next(vocabulary) {
            let isRemark = line.hasPrefix("#") || line.allSatisfy(\.isWhitespace)
            if isRemark { continue }
            // `more` is a word of the shell: the next page of the list that was shown last.
            if line.filter({ !$0.isWhitespace }).lowercased() == "more", let more { return more }
            return line
        }
        return nil
    }
}
