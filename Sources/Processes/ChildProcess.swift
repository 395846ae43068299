internal import Dispatch
internal import Glibc
internal import Synchronization

/// A process that we started and have not forgotten.
///
/// A thread of its own waits for the end, so that no thread of the concurrency pool is ever
/// blocked. A signal is only sent while the process id is certainly ours: the id is freed by the
/// same lock that `signal(_:)` takes.
package final class ChildProcess: Sendable {
    private struct State {
        var status: ExitStatus?
        var waiters: [Int: CheckedContinuation<ExitStatus?, Never>] = [:]
        var nextWaiter = 0
    }

    /// In milliseconds: far beyond any limit in use, and safe to convert.
    private static let longestTimeout = 1e12

    package let processID: Int32
    private let state = Mutex(State())

    /// Takes charge of a process that was just started.
    package init(watching processID: Int32) {
        self.processID = processID
        DispatchQueue(label: "licentia.child.\(processID)").async { self.reap() }
    }

    /// How it ended; nil while it runs.
    package var status: ExitStatus? { state.withLock { $0.status } }

    /// Sends a signal, unless the process has ended. True when it was sent.
    @discardableResult
    package func signal(_ number: Int32) -> Bool {
        state.withLock { $0.status == nil && kill(processID, number) == 0 }
    }

    /// Sends a signal to the process and to those that it started, as far as they are still of its
    /// session, unless it has ended itself. True when it was sent.
    @discardableResult
    package func signalGroup(_ number: Int32) -> Bool {
        state.withLock { $0.status == nil && kill(-processID, number) == 0 }
    }

    /// Waits for the end, whatever happens to the task that waits.
    package func ended() async -> ExitStatus {
        while true {
            if let status = await wait(limit: nil, observesCancellation: false) { return status }
        }
    }

    /// Waits for the end; nil when the limit has passed first. Cancellation does not shorten it.
    package func ended(within limit: Duration) async -> ExitStatus? {
        await wait(limit: limit, observesCancellation: false)
    }

    /// Waits for the end; nil when the limit has passed or the task was cancelled first.
    package func endedUnlessCancelled(within limit: Duration) async -> ExitStatus? {
        await wait(limit: limit, observesCancellation: true)
    }
}

extension ChildProcess {
    private func wait(limit: Duration?, observesCancellation: Bool) async -> ExitStatus? {
        let waiter = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                add(waiter, continuation)
                if observesCancellation, Task.isCancelled { give(nil, to: waiter) }
                if let limit { scheduleTimeout(of: waiter, after: limit) }
            }
        } onCancel: {
            if observesCancellation { give(nil, to: waiter) }
        }
    }

    private func add(_ waiter: Int, _ continuation: CheckedContinuation<ExitStatus?, Never>) {
        let status = state.withLock { state in
            if state.status == nil { state.waiters[waiter] = continuation }
            return state.status
        }
        if let status { continuation.resume(returning: status) }
    }

    private func give(_ status: ExitStatus?, to waiter: Int) {
        let continuation = state.withLock { $0.waiters.removeValue(forKey: waiter) }
        continuation?.resume(returning: status)
    }

    private func scheduleTimeout(of waiter: Int, after limit: Duration) {
        let milliseconds = Int(min(limit / .milliseconds(1), Self.longestTimeout))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
            self.give(nil, to: waiter)
        }
    }

    /// Waits until the process is a zombie, and only then, under the lock, frees its id.
    private func reap() {
        var information = siginfo_t()
        while waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {
        }
        let waiters = state.withLock { state in
            var word: Int32 = 0
            let reaped = waitpid(processID, &word, 0) == processID
            state.status = reaped ? ExitStatus(waitStatus: word) : .exited(255)
            defer { state.waiters = [:] }
            return state.waiters
        }
        let status = self.status
        for continuation in waiters.values { continuation.resume(returning: status) }
    }
}
