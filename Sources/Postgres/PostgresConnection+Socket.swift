internal import CLibpq

extension PostgresConnection {
    /// Has the event loop watch the socket; nothing where it does already.
    func watch() throws(PostgresError) {
        if let lost { throw lost }
        guard token == nil else { return }
        let handler: EventLoop.Handler = { [weak self] _ in
            self?.assumeIsolated { $0.socketIsReady() }
        }
        isWriteWatched = false
        token = loop.register(libpq.socket, events: EPOLLIN.rawValue, handler: handler)
        if token == nil { throw PostgresError(.unavailable, "the socket cannot be watched") }
    }

    /// While whoever has the connection for itself does not ask for data, none is read: it would
    /// pile up in memory. epoll tells again of what lies in the socket when it is watched again.
    private func unwatch() {
        if let token { loop.deregister(libpq.socket, token: token) }
        token = nil
    }

    func watchWriting(_ isWanted: Bool) {
        guard isWanted != isWriteWatched, let token else { return }
        isWriteWatched = isWanted
        let events = EPOLLIN.rawValue | (isWanted ? EPOLLOUT.rawValue : 0)
        loop.change(libpq.socket, token: token, events: events)
    }

    /// The socket can be read or written: called by the event loop, on its thread.
    private func socketIsReady() {
        guard lost == nil else { return }
        if gate.isExclusive, exclusive?.readiness == nil { return unwatch() }
        if PQconsumeInput(libpq.pointer) == 0 || libpq.isBroken {
            // What the server still said before it went is worth having.
            readAnswers()
            if lost == nil { lose(gate.isExclusive ? lastWords() : .serverGone) }
        } else if gate.isExclusive {
            exclusive?.wake()
        } else {
            readAnswers()
            flush()
        }
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

    /// Reads every result that has wholly arrived.
    private func readAnswers() {
        while lost == nil, !pipeline.isIdle, PQisBusy(libpq.pointer) == 0 {
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
        case .prepared(let key): prepared.confirm(key)
        case .forget(let key): prepared.forget(key)
        case .finished(let id):
            let missing = PostgresError(.protocolViolation, "a segment without an outcome")
            settle(id, pipeline.outcome(of: id) ?? .failure(missing))
            gate.segmentLeft()
            admit()
        case .violation:
            lose(PostgresError(.protocolViolation, "an answer that nobody asked for"))
        }
    }
}
