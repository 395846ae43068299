import Synchronization

/// One attempt to connect: waits on a thread of its own for libpq, and gives up on it when the
/// time is over or the task is cancelled. A connection that comes too late is closed.
final class ConnectAttempt: Sendable {
    private typealias Outcome = Result<LibpqConnection, PostgresError>

    private enum Phase {
        case new
        case waiting(CheckedContinuation<Outcome, Never>)
        /// Settled before anyone waited, or told already.
        case over(PostgresError?)
    }

    private let configuration: PostgresConfiguration
    private let notices: NoticeLog
    private let phase = Mutex(Phase.new)

    init(_ configuration: PostgresConfiguration, notices: NoticeLog) {
        self.configuration = configuration
        self.notices = notices
    }

    func run(until end: ContinuousClock.Instant?) async throws(PostgresError) -> LibpqConnection {
        let alarm = end.map { end in
            Task {
                try await Task.sleep(until: end, clock: .continuous)
                settle(.failure(PostgresError(.unavailable, "connecting took too long")))
            }
        }
        defer { alarm?.cancel() }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { begin($0) }
        } onCancel: {
            settle(.failure(.interruption(.cancelled)))
        }
        return try outcome.get()
    }

    private func begin(_ continuation: CheckedContinuation<Outcome, Never>) {
        let early: PostgresError? = phase.withLock { phase in
            if case .over(let error?) = phase { return error }
            phase = .waiting(continuation)
            return nil
        }
        if let early {
            continuation.resume(returning: .failure(early))
            return
        }
        BlockingThreads.connecting.run { [self] in
            // Nobody waits any more: the thread is for others.
            guard phase.withLock({ if case .waiting = $0 { true } else { false } }) else { return }
            do throws(PostgresError) {
                settle(.success(try LibpqConnection.open(configuration, notices: notices)))
            } catch {
                settle(.failure(error))
            }
        }
    }

    /// The first word counts; a connection that nobody takes closes itself.
    private func settle(_ outcome: Outcome) {
        let waiter: CheckedContinuation<Outcome, Never>? = phase.withLock { phase in
            switch phase {
            case .new:
                if case .failure(let error) = outcome { phase = .over(error) }
                return nil
            case .waiting(let continuation):
                phase = .over(nil)
                return continuation
            case .over: return nil
            }
        }
        waiter?.resume(returning: outcome)
    }
}
