internal import CLibpq

/// Results outside of pipeline mode.
extension PostgresConnection {
    /// The next result, nil at the end of them.
    func nextResult() async throws(PostgresError) -> LibpqResult? {
        while true {
            let isWriting = try isFlushing()
            if PQisBusy(libpq.pointer) == 0 { return LibpqResult(PQgetResult(libpq.pointer)) }
            try await untilReady(writing: isWriting)
        }
    }

    /// Reads results to their end; throws the first error among them. Gives the rows that the
    /// last command counted.
    @discardableResult
    func drain() async throws(PostgresError) -> Int {
        var failure: PostgresError?
        var affected = 0
        while let result = try await nextResult() {
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: affected = result.affected
            case PGRES_COPY_OUT, PGRES_COPY_IN, PGRES_COPY_BOTH:
                let misuse = PostgresError(.misuse, "COPY goes through copyIn and copyOut")
                lose(misuse)
                throw misuse
            default:
                let error = result.error()
                if error.code == .connectionLost {
                    lose(error)
                    throw error
                }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return affected
    }

    /// What the server still said before it closed the connection.
    func lastWords() -> PostgresError {
        while PQisBusy(libpq.pointer) == 0, let result = LibpqResult(PQgetResult(libpq.pointer)) {
            switch result.status {
            case PGRES_FATAL_ERROR: if result.field(.sqlState) != nil { return result.error() }
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: continue
            // These come again and again.
            default: return .serverGone
            }
        }
        return .serverGone
    }
}

extension PostgresError {
    static let serverGone = PostgresError(.connectionLost, "the server closed the connection")
}
