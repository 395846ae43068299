import Logging
import Postgres
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct NoticeTests {
    @Test(arguments: [(Logger.Level.debug, 1), (.info, 0)])
    func `notices are logged by their kind, at debug, without their text`(
        level: Logger.Level, count: Int
    ) async throws {
        let records = Records()
        var logger = Logger(label: "test") { _ in RecordingLog(records: records) }
        logger.logLevel = level
        let connection = try await PostgresConnection.connect(
            try await TestServer.configuration(), logger: logger)
        try await connection.execute(
            script: "DO 'BEGIN RAISE WARNING ''born %'', ''1960-02-03''; END'")
        let lines = records.lines.withLock(\.self)
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.contains("01000") && $0.contains("WARNING") })
        #expect(!lines.contains { $0.contains("1960") || $0.contains("born") })
        await connection.close()
    }
}

private final class Records: Sendable {
    let lines = Mutex<[String]>([])
}

private struct RecordingLog: LogHandler {
    let records: Records
    var logLevel = Logger.Level.trace
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
        records.lines.withLock { $0.append(line) }
    }
}
