internal import CLibpq
import Glibc
import Synchronization

/// One thread that waits for many sockets with epoll, and the executor of the connections on it.
///
/// A connection's actor runs here, so that libpq is only ever called from one thread per
/// connection and never blocks a thread of the cooperative pool. Handlers and timers run on the
/// same thread between jobs; an actor reaches its own state from them with `assumeIsolated`.
final class EventLoop: SerialExecutor, @unchecked Sendable {
    typealias Handler = @Sendable (UInt32) -> Void
    typealias TimerID = TimerQueue<@Sendable () -> Void>.ID

    private enum Work: Sendable {
        case job(UnownedJob)
        case call(@Sendable () -> Void)
    }

    private static let wakeToken: UInt64 = 0
    private static let eventsAtOnce = 64

    private let epoll: Int32
    private let wake: Int32
    private let threadID = Atomic<UInt>(0)
    private let inbox = Mutex<[Work]>([])

    // Only touched on the loop's thread; that is what makes `@unchecked Sendable` true.
    private var handlers: [UInt64: Handler] = [:]
    private var lastToken = EventLoop.wakeToken
    private var timers = TimerQueue<@Sendable () -> Void>()

    init() throws(PostgresError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        wake = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var interest = epoll_event(
            events: EPOLLIN.rawValue, data: epoll_data(u64: Self.wakeToken))
        guard epoll >= 0, wake >= 0, epoll_ctl(epoll, EPOLL_CTL_ADD, wake, &interest) == 0,
            startThread({ [self] in run() })
        else {
            if epoll >= 0 { close(epoll) }
            if wake >= 0 { close(wake) }
            throw PostgresError(.unavailable, "no event loop: errno \(errno)")
        }
    }

    var isCurrent: Bool { threadID.load(ordering: .relaxed) == UInt(pthread_self()) }

    // MARK: SerialExecutor

    func enqueue(_ job: consuming ExecutorJob) {
        put(.job(UnownedJob(job)))
    }

    func checkIsolated() {
        precondition(isCurrent, "not on the connection's event loop")
    }

    func isIsolatingCurrentContext() -> Bool? { isCurrent }

    // MARK: Calls from any thread

    /// Runs a closure on the loop's thread, after what is already queued.
    func submit(_ call: @escaping @Sendable () -> Void) {
        put(.call(call))
    }

    private func put(_ work: Work) {
        let wasEmpty = inbox.withLock { queue in
            queue.append(work)
            return queue.count == 1
        }
        guard wasEmpty, !isCurrent else { return }
        var one: UInt64 = 1
        // A full counter means that the loop is awake anyway.
        _ = write(wake, &one, MemoryLayout<UInt64>.size)
    }

    // MARK: Calls on the loop's thread

    /// Watches a descriptor; nil when epoll refuses it.
    func register(_ descriptor: Int32, events: UInt32, handler: @escaping Handler) -> UInt64? {
        lastToken += 1
        var interest = epoll_event(events: events, data: epoll_data(u64: lastToken))
        guard epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &interest) == 0 else { return nil }
        handlers[lastToken] = handler
        return lastToken
    }

    func change(_ descriptor: Int32, token: UInt64, events: UInt32) {
        var interest = epoll_event(events: events, data: epoll_data(u64: token))
        epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &interest)
    }

    /// Must come before the descriptor is closed, or epoll would watch its next owner.
    func deregister(_ descriptor: Int32, token: UInt64) {
        var unused = epoll_event()
        epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &unused)
        handlers[token] = nil
    }

    func schedule(after delay: Duration, _ action: @escaping @Sendable () -> Void) -> TimerID {
        timers.add(due: .now + delay, action)
    }

    func cancel(_ timer: TimerID) {
        timers.cancel(timer)
    }

    // MARK: The thread

    private func run() {
        threadID.store(UInt(pthread_self()), ordering: .relaxed)
        var events = [epoll_event](repeating: epoll_event(), count: Self.eventsAtOnce)
        while true {
            let count = epoll_wait(epoll, &events, Int32(Self.eventsAtOnce), timeout())
            for event in events.prefix(max(0, Int(count))) { dispatch(event) }
            while let action = timers.popDue(now: .now) { action() }
            runInbox()
        }
    }

    private func dispatch(_ event: epoll_event) {
        guard event.data.u64 == Self.wakeToken else {
            handlers[event.data.u64]?(event.events)
            return
        }
        var counter: UInt64 = 0
        _ = read(wake, &counter, MemoryLayout<UInt64>.size)
    }

    private func runInbox() {
        let work = inbox.withLock { queue in
            let taken = queue
            queue = []
            return taken
        }
        for item in work {
            switch item {
            case .job(let job): job.runSynchronously(on: asUnownedSerialExecutor())
            case .call(let call): call()
            }
        }
    }

    /// Milliseconds until something is due; -1 to wait for ever.
    private func timeout() -> Int32 {
        if inbox.withLock({ !$0.isEmpty }) { return 0 }
        guard let due = timers.nextDue else { return -1 }
        let (seconds, attoseconds) = (due - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        // Rounded up, so that the timer is due when the wait ends.
        return Int32(
            clamping: min(seconds, 86_400) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
}
