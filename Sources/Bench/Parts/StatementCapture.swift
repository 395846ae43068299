import Foundation

/// The very statements that a daemon sends for a request, taken from the server's log: whatever the
/// daemon does, the other side then does too.
struct StatementCapture: Sendable {
    private static let pause: Duration = .milliseconds(500)
    private static let backgroundTime: Duration = .seconds(3)

    let daemon: Daemon
    let database: Database

    /// - Parameters:
    ///   - question: whose statements are wanted.
    ///   - other: one of the same kind that is asked before, so that what is prepared only once is
    ///     no part of it.
    /// - Throws: `BenchError` where the daemon sent none.
    func capture(_ question: Question, after other: Question) async throws -> Captured {
        _ = try await daemon.answers(to: Deck(questions: [other]))
        try await database.run("capture-on.sql", in: "postgres", asSuperuser: true)
        // Sessions hear of it between statements.
        try await Task.sleep(for: Self.pause)
        let (background, _) = try await logged { try await Task.sleep(for: Self.backgroundTime) }
        let (statements, reply) = try await logged {
            let replies = try await daemon.answers(to: Deck(questions: [question]))
            // The log's writer has to catch up.
            try await Task.sleep(for: Self.pause)
            return replies[0]
        }
        try await database.run("capture-off.sql", in: "postgres", asSuperuser: true)
        let others = Set(background.map(\.text))
        let found = LoggedStatement.transactions(statements)
            .filter { !Self.isOfTheDaemon($0, others) }.flatMap(\.self)
        guard !found.isEmpty else {
            throw BenchError("The daemon sent no statement for \"\(question.text)\".")
        }
        return Captured(statements: found, reply: reply)
    }

    /// Whether a transaction is what the daemon does by itself: what it also does while nobody asks
    /// anything, and the sealing of events, which it does when there are some.
    private static func isOfTheDaemon(
        _ transaction: [LoggedStatement], _ others: Set<String>
    ) -> Bool {
        let bounds = ["BEGIN", "COMMIT", "ROLLBACK"]
        let body = transaction.map(\.text).filter { text in
            !bounds.contains { text.hasPrefix($0) }
        }
        return body.allSatisfy(others.contains)
            || body.contains { $0.contains("event_block") || $0.contains("pg_reload_conf") }
    }

    struct Captured: Sendable {
        var statements: [LoggedStatement]
        var reply: String
    }

    /// What the server logs meanwhile.
    private func logged<T>(_ body: () async throws -> T) async throws -> ([LoggedStatement], T) {
        let start = try log().count
        let value = try await body()
        let text = String(decoding: try log().dropFirst(start), as: UTF8.self)
        return (LoggedStatement.read(text), value)
    }

    private func log() throws -> Data {
        let folder = "\(database.folder)/postgres/log"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".log") }.sorted()
        return try names.reduce(into: Data()) { bytes, name in
            bytes += try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
    }
}
