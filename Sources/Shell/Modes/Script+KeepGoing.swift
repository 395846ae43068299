extension Script {
    /// Requests that may be under way at once. Bounds what is remembered of them, not the pace:
    /// the server's own back-pressure does that.
    static let maxUnderWay = 1_024

    /// Sends every request whatever became of the one before, many without waiting, and ends with
    /// the worst status. For scripts whose lines do not depend on each other.
    package mutating func runKeepingGoing(
        in conversation: inout Conversation
    ) async throws -> ShellStatus {
        let sender = conversation.sender
        let (numbers, sent) = AsyncStream.makeStream(of: Int.self)
        let window = SendWindow(size: Self.maxUnderWay)
        let lines = lines
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { sent.finish() }
                var lines = lines
                while let line = await lines.nextRequest(), await window.enter() {
                    // Told before it is sent, so that its reply never comes for an unknown line.
                    sent.yield(line.number)
                    try await sender.send(line.bytes)
                }
            }
            defer { group.cancelAll() }
            return try await readReplies(to: numbers, in: &conversation, window)
        }
    }

    private mutating func readReplies(
        to numbers: AsyncStream<Int>, in conversation: inout Conversation, _ window: SendWindow
    ) async throws -> ShellStatus {
        var worst = ShellStatus.done
        var printer = printer
        defer { self.printer = printer }
        for await number in numbers {
            let turn: Conversation.Turn
            do {
                turn = try await conversation.reply { try printer.take($0) }
            } catch let failure as ShellFailure {
                throw failure.at(line: number)
            }
            await window.leave()
            guard case .final(let outcome) = turn else { throw Self.noBlocks.at(line: number) }
            if outcome.exitStatus != .done { tell(outcome, number) }
            worst = max(worst, outcome.exitStatus)
            if outcome.endsConversation { break }
        }
        return worst
    }

    private static var noBlocks: ShellFailure {
        ShellFailure(
            .usage, "a block cannot be sent with --keep-going. Put it in a script of its own.")
    }
}
