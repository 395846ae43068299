internal import CLibpq
import Glibc

/// Owns a `PGconn`. Used on one thread at a time: a connecting thread first, the connection's event
/// loop from then on; that is what makes `@unchecked Sendable` true.
final class LibpqConnection: @unchecked Sendable {
    /// Not to be used after `finish`.
    let pointer: OpaquePointer
    private var notices: Unmanaged<NoticeLog>?
    private var isFinished = false

    private init(_ pointer: OpaquePointer, _ log: NoticeLog) {
        self.pointer = pointer
        notices = log.attach(to: pointer)
    }

    deinit {
        finish()
    }

    /// Connects; blocks, so it is for a thread that may.
    static func open(
        _ configuration: PostgresConfiguration, notices: NoticeLog
    ) throws(PostgresError) -> LibpqConnection {
        try check(configuration.connectionString)
        let keywords = configuration.keywords
        let names = keywords.map { strdup($0.0) }
        let values = keywords.map { strdup($0.1) }
        defer { for text in names + values { free(text) } }
        let nameList = names.map { UnsafePointer($0) } + [nil]
        let valueList = values.map { UnsafePointer($0) } + [nil]
        guard let pointer = PQconnectdbParams(nameList, valueList, 1) else {
            throw PostgresError(.unavailable, "no memory for a connection")
        }
        let connection = LibpqConnection(pointer, notices)
        guard PQstatus(pointer) == CONNECTION_OK else {
            // libpq's text names hosts and roles, never a password.
            throw PostgresError(.unavailable, connection.lastMessage)
        }
        guard PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
            throw PostgresError(.unavailable, "pipeline mode refused")
        }
        return connection
    }

    /// libpq's own complaint about a string that it cannot read quotes it, password and all.
    private static func check(_ string: String) throws(PostgresError) {
        let unreadable = PostgresError(.misuse, "the connection string cannot be read")
        // A string without `=` that is no address is a database's name alone.
        guard string.contains("=") || string.contains("://") else {
            if string.utf8.contains(0) { throw unreadable }
            return
        }
        guard !string.utf8.contains(0), let options = PQconninfoParse(string, nil) else {
            throw unreadable
        }
        PQconninfoFree(options)
    }

    var socket: Int32 { PQsocket(pointer) }

    var isBroken: Bool { isFinished || PQstatus(pointer) != CONNECTION_OK }

    /// Whether no transaction is open and nothing is under way.
    var isOutsideTransaction: Bool {
        !isFinished && PQtransactionStatus(pointer) == PQTRANS_IDLE
    }

    /// libpq's own words for what went wrong last, on one line.
    var lastMessage: String {
        let lines = String(cString: PQerrorMessage(pointer)).split(separator: "\n")
        return lines.joined(separator: "; ")
    }

    /// Closes the socket. It must no longer be watched by then.
    func finish() {
        guard !isFinished else { return }
        isFinished = true
        PQfinish(pointer)
        notices?.release()
        notices = nil
    }
}
