import AdminProtocol
package import Logging
import Postgres
import Store

extension Reply {
    /// The reply to whatever ended a request early: a refusal as it is, a fault of the database as
    /// something to try again, and anything else as an incident that the log can be searched for.
    /// What a fault says goes to the log; the client gets a sentence.
    package init(failure: any Error, logger: Logger) {
        switch failure {
        case let refusal as Refusal:
            if case .no(.authFailed, _, _) = refusal { logger.notice("log-in refused") }
            self.init(refusal)
        case let error as ProtocolError: self.init(.bad(error))
        case is CancellationError:
            self.init(final: .no(.busy, message: "the daemon is stopping: send it again"))
        case let error as PostgresError: self.init(postgres: error, logger: logger)
        case let error as ExchangeError: self.init(exchange: error, logger: logger)
        default: self.init(incident: failure, logger: logger)
        }
    }

    private init(postgres error: PostgresError, logger: Logger) {
        switch error.code {
        case .poolExhausted:
            self.init(final: .no(.busy, message: "too much to do right now: send it again"))
        case .cancelled:
            self.init(final: .no(.busy, message: "the daemon is stopping: send it again"))
        case .outcomeUnknown:
            self.init(
                final: .no(
                    .outcomeUnknown,
                    message: "the database was lost while this was being committed: look whether "
                        + "it was done before you send it again"))
        case .unavailable, .connectionLost, .timedOut, .closed:
            logger.warning("database unavailable", metadata: ["code": "\(error.code.rawValue)"])
            self.init(
                final: .no(
                    .storeUnavailable,
                    message: "the database cannot be reached; nothing was changed: send it again"))
        default: self.init(server: error, logger: logger)
        }
    }

    /// What the server said no to.
    private init(server error: PostgresError, logger: Logger) {
        if error.sqlState == .lockNotAvailable {
            self.init(
                final: .no(
                    .busy,
                    message: "something else holds what this needs; nothing was changed: "
                        + "send it again"))
        } else if let sqlState = error.sqlState, Self.meansUnavailable(sqlState) {
            logger.warning("database unavailable", metadata: ["sqlstate": "\(sqlState)"])
            self.init(
                final: .no(
                    .storeUnavailable,
                    message: "the database cannot do this now; nothing was changed: "
                        + "send it again"))
        } else if let sqlState = error.sqlState, Self.meansCollision(sqlState) {
            self.init(
                final: .no(
                    .conflict,
                    message: "something else was changed at the same time: look "
                        + "again, then send it again"))
        } else {
            self.init(incident: error, logger: logger)
        }
    }

    /// What came from the client where a request asked it for more.
    private init(exchange error: ExchangeError, logger: Logger) {
        switch error {
        case .clientGone, .stopping:
            self.init(final: .no(.busy, message: "the session ended on the way: send it again"))
        case .malformed(let code): self.init(.bad(ProtocolError(code)))
        case .blockTooLong(let limit):
            self.init(
                final: .no(
                    .blockTooLong, [Field("limit", .integer(limit))],
                    message: "a block may have \(limit) bytes with its end: send it in parts"))
        case .answered, .reading: self.init(incident: error, logger: logger)
        }
    }

    private init(incident failure: any Error, logger: Logger) {
        let incident = String(UInt32.random(in: .min ... .max), radix: 16)
        logger.error(
            "request failed",
            metadata: ["incident": "\(incident)", "error": "\(Self.harmless(failure))"])
        self.init(
            final: .no(
                .internal, [Field("incident", .word(incident))],
                message: "this should not happen and was logged as incident \(incident); "
                    + "nothing was changed"))
    }

    /// What a log may say of a fault: no value, no row.
    private static func harmless(_ failure: any Error) -> String {
        switch failure {
        case let error as PostgresError:
            let names = [error.sqlState?.rawValue, error.table, error.constraint, error.column]
            return "\(error.code.rawValue) \(names.compactMap { $0 }.joined(separator: " "))"
        case let error as StoreError: return error.description
        default: return String(describing: type(of: failure))
        }
    }

    /// The server is going away, starting, full or out of memory.
    private static func meansUnavailable(_ state: SQLState) -> Bool {
        ["08", "53", "57", "58"].contains(state.errorClass)
    }

    /// Others were in the way more often than was tried. Other violations of constraints are faults
    /// of ours, and belong in the log.
    private static func meansCollision(_ state: SQLState) -> Bool {
        state == .uniqueViolation || state == .exclusionViolation || state.errorClass == "40"
    }
}
