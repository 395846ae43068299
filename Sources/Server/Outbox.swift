internal import AdminProtocol
internal import NIOCore
internal import Synchronization

/// The replies of one session that its client has not taken yet.
///
/// Lines are encoded straight into one buffer under a lock, and the event loop takes all that is
/// there in one write: no hop per line, and pipelined requests share their writes by themselves. A
/// fast reply never waits for the slow request behind it.
///
/// It is bounded: `append` says when there is too much, and the session then waits. A client that
/// takes nothing for `writeStall` is closed, so that it can hold nothing for ever.
final class Outbox: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        /// Bytes of the write under way, 0 when there is none.
        var inFlight = 0
        /// Whether the event loop is told already.
        var isDraining = false
        var isClosed = false
        /// Whether the client may send without reading, as in a block.
        var isHolding = false
        /// The request whose data lines are taken, 0 when none is under way.
        var request: UInt64 = 0
        var stall: Scheduled<Void>?
        var waiters: [Waiter] = []

        var held: Int { bytes.count + inFlight }
    }

    private struct Waiter {
        let most: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    private let channel: any Channel
    private let limit: Int
    private let heldLimit: Int
    private let writeStall: TimeAmount
    private let state = Mutex(State())

    init(channel: any Channel, limits: ServerLimits) {
        self.channel = channel
        self.limit = max(limits.outboxBytes, 1)
        self.heldLimit = max(limits.heldBytes, self.limit)
        self.writeStall = TimeAmount(limits.writeStall)
        channel.closeFuture.whenComplete { [self] _ in close() }
    }

    /// Whether nobody is left to read.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Whether a request may still send and ask.
    func isTaking(_ request: UInt64) -> Bool {
        state.withLock { $0.request == request }
    }

    /// Whether replies are held while the client sends a block: it need not read until the block
    /// has ended, so nothing waits for it to read, and no clock runs.
    var isHolding: Bool {
        get { state.withLock { $0.isHolding } }
        set { state.withLock { $0.isHolding = newValue } }
    }

    /// Data lines of this request are taken from now on; 0 takes none.
    func open(for request: UInt64) {
        state.withLock { $0.request = request }
    }

    /// Adds a data line of a request; true when the caller has to wait for room.
    func append(
        during request: UInt64, _ encode: (inout [UInt8]) -> Void
    ) throws(ExchangeError) -> Bool {
        let result = state.withLock { state -> Result<Bool, ExchangeError> in
            if state.isClosed { return .failure(.clientGone) }
            guard state.request == request else { return .failure(.answered) }
            encode(&state.bytes)
            return .success(state.isDraining)
        }
        if try !result.get() { scheduleDrain() }
        return isFull
    }

    /// Adds what the session itself has to say. With nobody left to read it is dropped.
    func append(_ encode: (inout [UInt8]) -> Void) {
        let isTold = state.withLock { state in
            if state.isClosed { return true }
            encode(&state.bytes)
            return state.isDraining
        }
        if !isTold { scheduleDrain() }
    }

    /// Returns once the client has taken enough, or is gone.
    nonisolated(nonsending) func waitForRoom() async {
        await wait(until: isHolding ? heldLimit : limit)
    }

    /// Returns once the system has taken every reply, or the client is gone.
    nonisolated(nonsending) func waitUntilEmpty() async {
        await wait(until: 0)
    }

    /// Tells the client that nothing more comes; closes the rest after `delay`.
    func closeOutput(thenAllAfter delay: Duration) -> Scheduled<Void> {
        channel.close(mode: .output, promise: nil)
        return channel.eventLoop.scheduleTask(in: TimeAmount(delay)) { [channel] in
            channel.close(promise: nil)
        }
    }

    private var isFull: Bool {
        state.withLock { $0.held > ($0.isHolding ? heldLimit : limit) }
    }

    nonisolated(nonsending) private func wait(until most: Int) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.isClosed || state.held <= most { return true }
                state.waiters.append(Waiter(most: most, continuation: continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}

// MARK: - On the event loop

extension Outbox {
    private func scheduleDrain() {
        let isMine = state.withLock { state in
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if isMine { channel.eventLoop.execute { self.drain() } }
    }

    private func drain() {
        let chunk = state.withLock { state -> ByteBuffer? in
            guard !state.isClosed, !state.bytes.isEmpty else {
                state.isDraining = false
                return nil
            }
            let chunk = channel.allocator.buffer(bytes: state.bytes)
            state.inFlight = state.bytes.count
            // One huge line must not keep its memory for the session's life.
            state.bytes.removeAll(keepingCapacity: state.bytes.capacity <= 2 * limit)
            return chunk
        }
        guard let chunk else { return }
        channel.writeAndFlush(chunk).whenComplete { [self] result in
            switch result {
            case .success: didWrite()
            case .failure: channel.close(promise: nil)
            }
        }
        watchForStall()
    }

    /// Most writes are over by now; only one that the client does not take needs a clock.
    private func watchForStall() {
        guard state.withLock({ $0.inFlight > 0 && !$0.isClosed }) else { return }
        let stall = channel.eventLoop.scheduleTask(in: writeStall) { self.stalled() }
        state.withLock { $0.stall = stall }
    }

    private func stalled() {
        let mayStall = state.withLock { $0.isHolding && $0.held <= heldLimit }
        if mayStall { watchForStall() } else { channel.close(promise: nil) }
    }

    private func didWrite() {
        let (stall, ready) = state.withLock { state in
            state.inFlight = 0
            defer { state.stall = nil }
            return (state.stall, Self.takeReady(&state))
        }
        stall?.cancel()
        for waiter in ready { waiter.continuation.resume() }
        // Not a direct call: a busy session would go deeper with every write.
        channel.eventLoop.execute { self.drain() }
    }

    private func close() {
        let (stall, ready) = state.withLock { state in
            state.isClosed = true
            state.bytes = []
            state.inFlight = 0
            defer { state.stall = nil }
            return (state.stall, Self.takeReady(&state))
        }
        stall?.cancel()
        for waiter in ready { waiter.continuation.resume() }
    }

    private static func takeReady(_ state: inout State) -> [Waiter] {
        if state.waiters.isEmpty { return [] }
        let held = state.held
        let ready = state.waiters.filter { $0.most >= held }
        state.waiters.removeAll { $0.most >= held }
        return ready
    }
}
