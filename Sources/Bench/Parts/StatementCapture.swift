import Foundation

/// The very statements that a daemon sends for a request, taken from the server's log: whatever the
/// daemon does, the other side then does too.
struct StatementCapture: Sendable {
    private static let pause: Duration = .milliseconds(500)
    private static let backgroundTime: Duration = .seconds(3)

    /// The ends of transactions, which many things have.
    private static let bounds = [
        "BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "ROLLBACK", "COMMIT",
    ]

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
        // What the daemon also does by itself, such as sealing events, is no part of it.
        let others = Set(background.map(\.text)).subtracting(Self.bounds)
        let found = statements.filter {
            !others.contains($0.text) && !$0.text.contains("pg_reload_conf")
        }
        guard !found.isEmpty else {
            throw BenchError("The daemon sent no statement for \"\(question.text)\".")
        }
        return Captured(statements: found, reply: reply)
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
