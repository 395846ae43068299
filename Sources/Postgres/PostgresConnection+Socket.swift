internal import CLibpq

extension PostgresConnection {
    /// The socket can be read or written: called by the event loop, on its thread.
    func socketIsReady() {
        guard lost == nil else { return }
        if PQconsumeInput(libpq.pointer) == 0 || libpq.isBroken {
            // What the server still said before it went is worth having.
            readAnswers()
            return lose(PostgresError(.connectionLost, "the server closed the connection"))
        }
        if isExclusive {
            readiness?.resume()
            readiness = nil
        } else {
            readAnswers()
        }
        readNotifications()
        if lost == nil { flush() }
    }

    /// Hands what libpq holds to the socket. What does not fit goes when the socket takes it;
    /// until then it is read as well, or both sides could wait for each other for ever.
    func flush() {
        guard lost == nil else { return }
        switch PQflush(libpq.pointer) {
        case 0: watchWriting(false)
        case 1: watchWriting(true)
        default: lose(PostgresError(.connectionLost, libpq.lastMessage))
        }
    }

    private func watchWriting(_ isWanted: Bool) {
        guard isWanted != isWriteWatched, let token else { return }
        isWriteWatched = isWanted
        let events = EPOLLIN.rawValue | (isWanted ? EPOLLOUT.rawValue : 0)
        loop.change(libpq.socket, token: token, events: events)
    }

    /// Reads every result that has wholly arrived.
    private func readAnswers() {
        while lost == nil, !isExclusive, !pipeline.isIdle, PQisBusy(libpq.pointer) == 0 {
            guard let result = LibpqResult(PQgetResult(libpq.pointer)) else {
                act(on: pipeline.stepEnded())
                continue
            }
            switch result.status {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
                act(on: pipeline.received(result.copy()))
            case PGRES_PIPELINE_SYNC: act(on: pipeline.synced())
            case PGRES_PIPELINE_ABORTED: act(on: pipeline.skipped())
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                lose(PostgresError(.misuse, "COPY goes through copyIn and copyOut"))
            default:
                let error = result.error()
                act(on: pipeline.failed(error))
                if error.code == .connectionLost { lose(error) }
            }
        }
    }

    private func act(on action: Pipeline.Action) {
        switch action {
        case .none: break
        case .prepared(let key):
            preparing.remove(key)
            prepared[key] = names[key]
        case .forget(let key): preparing.remove(key)
        case .finished(let id):
            let outcome = pipeline.outcome(of: id)
            let missing = PostgresError(.protocolViolation, "a segment without an outcome")
            waiting.removeValue(forKey: id)?.finish(outcome ?? .failure(missing), on: loop)
            if pipeline.isIdle { wakeIdleWaiters() }
        case .violation:
            lose(PostgresError(.protocolViolation, "an answer that nobody asked for"))
        }
    }

    private func wakeIdleWaiters() {
        let waiters = idleWaiters
        idleWaiters = []
        for waiter in waiters { waiter.resume() }
    }

    private func readNotifications() {
        while lost == nil, let raw = PQnotifies(libpq.pointer) {
            let notification = PostgresNotification(
                channel: String(cString: raw.pointee.relname),
                payload: String(cString: raw.pointee.extra))
            PQfreemem(raw)
            onNotification?(notification)
        }
    }
}
