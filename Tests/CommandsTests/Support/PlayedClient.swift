import AdminProtocol
import Synchronization

/// What a client says while one of its requests is under way, played from memory.
///
/// Example: `session.send("import people", client: PlayedClient(block: "name\nAnn\n"))`.
final class PlayedClient: Sendable {
    private struct State {
        var lines: [String]
        var asked: [Continuation] = []
    }

    private let block: String?
    private let pieceSize: Int
    private let leavesEarly: Bool
    private let comesBack: (@Sendable () async throws -> Void)?
    private let answer: (@Sendable (String) -> String?)?
    private let state: Mutex<State>

    /// - Parameters:
    ///   - lines: The lines that the client answers with, in order; then it has left.
    ///   - answer: What it answers to a challenge, in place of `lines`.
    ///   - block: The content of the block that it sends.
    ///   - pieceSize: Bytes of one piece of it.
    ///   - leavesEarly: Whether it has left before the block's end.
    ///   - comesBack: Returns when the client sends its next line; without it, it never does.
    init(
        lines: [String] = [], answer: (@Sendable (String) -> String?)? = nil,
        block: String? = nil, pieceSize: Int = 7, leavesEarly: Bool = false,
        comesBack: (@Sendable () async throws -> Void)? = nil
    ) {
        self.block = block
        self.pieceSize = pieceSize
        self.leavesEarly = leavesEarly
        self.comesBack = comesBack
        self.answer = answer
        state = Mutex(State(lines: lines))
    }

    /// How it was asked to go on.
    var asked: [Continuation] { state.withLock { $0.asked } }

    var inbound: Inbound {
        Inbound(
            ask: { self.hear($0) },
            nextLine: { self.nextLine() },
            block: { prompt, limit throws(ExchangeError) in try self.send(prompt, limit) },
            untilNextLine: { try await self.listen(to: $0) })
    }

    private func hear(_ continuation: Continuation) {
        state.withLock { $0.asked.append(continuation) }
    }

    private func nextLine() -> String? {
        if let answer, case .challenge(let text) = asked.last { return answer(text) }
        return state.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() }
    }

    private func send(_ prompt: String, _ limit: Int) throws(ExchangeError) -> InboundBlock {
        hear(.prompt(prompt))
        guard let block else { throw .clientGone }
        let rest = Mutex(Array(block.utf8))
        let size = pieceSize
        let leavesEarly = leavesEarly
        let isTooLong = block.utf8.count > limit
        return InboundBlock { () throws(ExchangeError) in
            let piece = rest.withLock { rest in
                defer { rest.removeFirst(min(size, rest.count)) }
                return Array(rest.prefix(size))
            }
            if piece.isEmpty, leavesEarly { throw .clientGone }
            if piece.isEmpty, isTooLong { throw .blockTooLong(limit: limit) }
            return piece.isEmpty ? nil : piece
        }
    }

    private func listen(to work: @escaping Inbound.Work) async throws {
        guard let comesBack else { return try await work() }
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                try await work()
                return true
            }
            tasks.addTask {
                try await comesBack()
                return false
            }
            _ = try await tasks.next()
            tasks.cancelAll()
        }
    }
}
