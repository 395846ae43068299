import NIOCore
import NIOPosix

/// Keeps sessions and requests in flight, checks every reply, and tells how fast they came.
struct LoadGenerator: Sendable {
    /// So many sessions are opened before one of them has to be greeted.
    private static let opened = 100

    let plan: LoadPlan
    let deck: Deck

    /// Opens all sessions, begins in all of them at once, and waits for the last reply.
    func run() async throws -> LoadResult {
        try await withSessions { sessions in
            let window = LoadWindow(plan.extent)
            for session in sessions {
                session.channel.pipeline.fireUserInboundEventTriggered(window)
                // A server that hangs must not hang the benchmark.
                limit(session, from: window)
            }
            var tally = LoadTally()
            for session in sessions {
                tally.add(try await session.promises.done.futureResult.get())
            }
            return LoadResult(
                tally, seconds: Double((window.until - window.from).nanoseconds) / 1e9)
        }
    }

    /// Opens all sessions, and does something while they are there and ask nothing.
    func whileOpen<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        try await withSessions { sessions in
            let value = try await body()
            for session in sessions { session.channel.close(promise: nil) }
            return value
        }
    }

    private struct Opened: Sendable {
        let channel: any Channel
        let promises: SessionPromises
    }

    private func limit(_ session: Opened, from window: LoadWindow) {
        session.channel.eventLoop.scheduleTask(deadline: window.until + LoadPlan.patience) {
            session.promises.fail(BenchError("A reply did not come."))
        }
    }

    private func withSessions<T: Sendable>(
        _ body: ([Opened]) async throws -> T
    ) async throws -> T {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: plan.threads)
        do {
            var sessions: [Opened] = []
            for number in 0..<plan.sessions {
                sessions.append(try await open(number, on: group))
                // Connections wait in a queue that is not without end.
                if number % Self.opened == 0 {
                    try await sessions[number].promises.greeted.futureResult.get()
                }
            }
            for session in sessions { try await session.promises.greeted.futureResult.get() }
            let value = try await body(sessions)
            try await group.shutdownGracefully()
            return value
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private func open(_ number: Int, on group: MultiThreadedEventLoopGroup) async throws -> Opened {
        let loop = group.next()
        let promises = SessionPromises(on: loop)
        do {
            let channel = try await ClientBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            LoadSession(plan, deck, number: number, promises))
                    }
                }
                .connect(unixDomainSocketPath: plan.socket).get()
            return Opened(channel: channel, promises: promises)
        } catch {
            let fault = BenchError("No connection to \(plan.socket): \(error)")
            promises.fail(fault)
            throw fault
        }
    }
}
