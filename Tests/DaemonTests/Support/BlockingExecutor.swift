import Dispatch

/// A thread for tests that wait for other processes, so that they hold no thread of the pool that
/// all other tests run on.
final class BlockingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "licentia.tests.blocking")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
