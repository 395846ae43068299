internal import Synchronization

/// A point in the start that later services wait for, with what it brings them.
///
/// Services of a group all begin at once; their order is made by waiting for each other's stages.
final class Stage<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiting: [Int: CheckedContinuation<Value, any Error>] = [:]
        var cancelled: Set<Int> = []
        var lastNumber = 0
    }

    private let state = Mutex(State())

    /// The stage is reached: whoever waits, or comes later, gets the value. Only the first counts.
    func reach(_ value: Value) {
        let waiting = state.withLock { state in
            if state.value == nil { state.value = value }
            defer { state.waiting = [:] }
            return state.waiting.values.map { $0 }
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    /// - Throws: `CancellationError` where the task is cancelled first.
    func wait() async throws -> Value {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { enter($0, number) }
        } onCancel: {
            cancel(number)
        }
    }

    private func enter(_ continuation: CheckedContinuation<Value, any Error>, _ number: Int) {
        let answer: Result<Value, any Error>? = state.withLock { state in
            if state.cancelled.remove(number) != nil { return .failure(CancellationError()) }
            if let value = state.value { return .success(value) }
            state.waiting[number] = continuation
            return nil
        }
        if let answer { continuation.resume(with: answer) }
    }

    /// The handler may come before the wait it belongs to, so the number is remembered.
    private func cancel(_ number: Int) {
        let continuation = state.withLock { state in
            let waiting = state.waiting.removeValue(forKey: number)
            if waiting == nil { state.cancelled.insert(number) }
            return waiting
        }
        continuation?.resume(throwing: CancellationError())
    }
}
