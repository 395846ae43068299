internal import AdminProtocol
internal import Logging
internal import NIOCore

extension AdminServer {
    /// Serves all listeners until every session has ended, or until the grace is over that begins
    /// when `stopping` finishes. True when a listener failed by itself.
    func serve(
        _ open: [BoundListener], until stopping: AsyncStream<Never>,
        shutDown: @escaping @Sendable () -> Void
    ) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await serveAll(open, shutDown: shutDown) }
            group.addTask {
                for await _ in stopping {}
                try? await Task.sleep(for: limits.shutdownGrace)
                return false
            }
            // Whichever is first ends the other: no session is left to wait for, or no time.
            let failed = await group.next() ?? false
            group.cancelAll()
            return await group.reduce(failed) { $0 || $1 }
        }
    }

    private func serveAll(
        _ open: [BoundListener], shutDown: @escaping @Sendable () -> Void
    ) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            for listener in open {
                group.addTask {
                    await accept(from: listener)
                    if ledger.isStopping || Task.isCancelled { return false }
                    logger.error("listener failed", metadata: ["on": "\(listener.listener)"])
                    shutDown()
                    return true
                }
            }
            return await group.reduce(false) { $0 || $1 }
        }
    }

    private func accept(from listener: BoundListener) async {
        await withDiscardingTaskGroup { sessions in
            do {
                try await listener.channel.executeThenClose { connections in
                    for try await connection in connections {
                        // Let in here, in the order of arrival, and not in the task.
                        let (session, admission) = admit(connection)
                        let loop = EventLoopExecutor(connection.channel.channel.eventLoop)
                        sessions.addTask(executorPreference: loop) {
                            await serve(connection, session, admission)
                        }
                    }
                }
            } catch {
                logger.debug("accepting ended", metadata: ["error": "\(type(of: error))"])
            }
        }
    }

    private func admit(_ connection: Connection) -> (Session, SessionLedger.Admission) {
        let channel = connection.channel.channel
        let number = ledger.nextNumber()
        let control = SessionControl(number: number, channel: channel, idle: limits.idle)
        let peer = Peer(origin: connection.origin, session: number)
        let session = Session(peer: peer, channel: channel, control: control, server: self)
        return (session, ledger.admit(control))
    }

    private func serve(
        _ connection: Connection, _ session: Session, _ admission: SessionLedger.Admission
    ) async {
        defer {
            session.control.end()
            ledger.release(session.control)
        }
        let channel = connection.channel.channel
        await withTaskCancellationHandler {
            // A failing close means that it is closed, which is all that is wanted.
            try? await connection.channel.executeThenClose { input in
                var session = session
                switch admission {
                case .admitted: await session.run(input)
                case .full: await session.refuse(Self.tooManySessions, input)
                case .stopping: await session.refuse(StopReason.shutdown.final, input)
                }
            }
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    private static let tooManySessions = Final.bye(
        code: .tooManySessions, message: "The server has as many sessions as it may. Retry later.")
}
