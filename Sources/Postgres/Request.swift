/// The number of one call on one connection, in the order of the calls.
typealias RequestID = UInt64

/// One call that waits, for its turn or for its answer.
struct Request {
    typealias Outcome = Result<[ResultSet], PostgresError>

    /// What to send; nothing for a request that wants the connection for itself.
    let queries: [Query]
    /// nil once the caller was told to wait no longer.
    var continuation: CheckedContinuation<Outcome, Never>?
    var timer: EventLoop.TimerID?
    /// Whether any of it may have reached the server.
    var isSent = false
    /// Why it was interrupted; the server's answer to a cancelled statement then says nothing new.
    var interruption: PostgresError.Code?

    /// Whether nobody else is let in until this one, cancelled, is answered.
    var holdsGate = false

    func finish(_ outcome: Outcome, on loop: EventLoop) {
        if let timer { loop.cancel(timer) }
        guard let interruption, case .failure(let error) = outcome,
            error.code != .server || error.sqlState == .queryCanceled
        else {
            continuation?.resume(returning: outcome)
            return
        }
        var told = PostgresError.interruption(interruption)
        told.wasSent = error.wasSent
        continuation?.resume(returning: .failure(told))
    }
}
