internal import CLibpq
import Glibc

/// Owns a `PGconn`. Used on one thread at a time: a connecting thread first, the connection's event
/// loop from then on; that is what makes `@unchecked Sendable` true.
final class LibpqConnection: @unchecked Sendable {
    let pointer: OpaquePointer
    private var isFinished = false

    private init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        finish()
    }

    /// Connects; blocks, so it is for a thread that may.
    static func open(_ configuration: PostgresConfiguration) throws(PostgresError)
        -> LibpqConnection
    {
        let keywords = configuration.keywords
        let names = keywords.map { strdup($0.0) }
        let values = keywords.map { strdup($0.1) }
        defer { for text in names + values { free(text) } }
        var nameList = names.map { UnsafePointer($0) } + [nil]
        var valueList = values.map { UnsafePointer($0) } + [nil]
        guard let pointer = PQconnectdbParams(&nameList, &valueList, 1) else {
            throw PostgresError(.unavailable, "no memory for a connection")
        }
        let connection = LibpqConnection(pointer)
        PQsetNoticeReceiver(pointer, { _, _ in }, nil)
        guard PQstatus(pointer) == CONNECTION_OK else {
            // libpq's text names hosts and roles, never a password.
            throw PostgresError(.unavailable, connection.lastMessage)
        }
        guard PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
            throw PostgresError(.unavailable, "pipeline mode refused")
        }
        return connection
    }

    var socket: Int32 { PQsocket(pointer) }

    var isBroken: Bool { isFinished || PQstatus(pointer) != CONNECTION_OK }

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
    }
}
