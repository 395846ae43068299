package import Foundation
internal import Glibc
package import Logging

/// Writes log records to standard error, one line each:
///
///     2026-11-21T07:36:32.104Z info expiry run finished items=3 on=2026-11-21 room=nightly
///
/// Values with spaces are quoted, and no record can hold a line end: what a message quotes from
/// elsewhere cannot pass for a record of its own.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    package var metadataProvider: Logger.MetadataProvider?
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - write: takes a whole line with its end.
    package init(
        level: Logger.Level,
        write: @escaping @Sendable (String) -> Void = LineLogHandler.standardError,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        logLevel = level
        self.write = write
        self.now = now
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { _, new in new }
        all.merge(event.metadata ?? [:]) { _, new in new }
        if let error = event.error { all["error"] = "\(error)" }
        let time = now().formatted(Self.timeStyle)
        var line = "\(time) \(event.level.rawValue) \(Self.oneLine("\(event.message)"))"
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(Self.quoted("\(value)"))"
        }
        write(line + "\n")
    }

    private static let timeStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
    }

    private static func quoted(_ text: String) -> String {
        let plain = !text.isEmpty && !text.contains { $0.isWhitespace || "\"=\\\0".contains($0) }
        if plain { return text }
        let escaped = oneLine(text).map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }

    /// One write for a record, so that records of several threads do not mix.
    package static let standardError: @Sendable (String) -> Void = { line in
        let bytes = Array(line.utf8)
        // A log that nobody can take must not stop the registry.
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
