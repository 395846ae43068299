import NIOCore

/// What a session promises to whoever opened it.
struct SessionPromises: Sendable {
    let greeted: EventLoopPromise<Void>
    let done: EventLoopPromise<LoadTally>

    init(on loop: any EventLoop) {
        greeted = loop.makePromise()
        done = loop.makePromise()
    }

    /// Does nothing to what was kept already.
    func fail(_ error: BenchError) {
        greeted.fail(error)
        done.fail(error)
    }
}
