internal import NIOCore

/// Runs a session's task on the event loop of its channel: a request is taken up where its bytes
/// were read, and its reply written there, without a change of threads.
///
/// What takes long must not run here, for it would keep the loop's other sessions waiting: the
/// session leaves it for its responder.
final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
