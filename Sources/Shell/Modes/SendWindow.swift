/// How many requests may be under way at once: who sends enters, who reads a reply leaves.
actor SendWindow {
    private var room: Int
    private var waiting: CheckedContinuation<Bool, Never>?
    private var isClosed = false

    init(size: Int) {
        room = size
    }

    /// Waits for room. False where the task was cancelled. For one sender.
    func enter() async -> Bool {
        if isClosed || Task.isCancelled { return false }
        if room > 0 {
            room -= 1
            return true
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiting = $0 }
        } onCancel: {
            Task { await self.close() }
        }
    }

    /// Gives room to the next.
    func leave() {
        guard let sender = waiting else {
            room += 1
            return
        }
        waiting = nil
        sender.resume(returning: true)
    }

    private func close() {
        isClosed = true
        waiting?.resume(returning: false)
        waiting = nil
    }
}
