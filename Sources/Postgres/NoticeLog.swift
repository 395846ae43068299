internal import CLibpq
import Logging

/// Writes the server's notices to the log at debug: what kind they are, never their text, for
/// that may quote what people told the registry.
final class NoticeLog: Sendable {
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    /// Sends the notices of a connection here. The receiver keeps this object alive until the
    /// returned reference is released, which must not come before the connection is finished.
    func attach(to connection: OpaquePointer) -> Unmanaged<NoticeLog> {
        let reference = Unmanaged.passRetained(self)
        PQsetNoticeReceiver(
            connection,
            { argument, result in
                guard let argument, let result else { return }
                Unmanaged<NoticeLog>.fromOpaque(argument).takeUnretainedValue().receive(result)
            }, reference.toOpaque())
        return reference
    }

    private func receive(_ result: OpaquePointer) {
        guard logger.logLevel <= .debug else { return }
        let fields: [(String, DiagnosticField)] = [
            ("severity", .severity), ("sqlstate", .sqlState), ("routine", .routine),
        ]
        var metadata = Logger.Metadata()
        for (name, field) in fields {
            guard let text = PQresultErrorField(result, field.code) else { continue }
            metadata[name] = "\(String(cString: text))"
        }
        logger.debug("database notice", metadata: metadata)
    }
}
