internal import CLibpq

/// Work that pipeline mode does not allow, scripts and COPY, takes the connection for itself: it
/// waits until nothing is under way, leaves pipeline mode, and goes back to it in the end.
extension PostgresConnection {
    /// Runs several statements without parameters, as `psql` would send them. For migrations.
    package func execute(script: String) async throws(PostgresError) {
        guard !script.utf8.contains(0) else {
            throw PostgresError(.encoding, "a NUL in the statement")
        }
        try await exclusively { connection throws(PostgresError) in
            try connection.demand(PQsendQuery(connection.libpq.pointer, script) == 1)
            try await connection.drain()
        }
    }

    /// Does `body` with the connection out of pipeline mode and to itself.
    func exclusively<T>(
        _ body: (isolated PostgresConnection) async throws(PostgresError) -> T
    ) async throws(PostgresError) -> T {
        while isExclusive, lost == nil { await afterExclusive() }
        if let lost { throw lost }
        isExclusive = true
        defer {
            isExclusive = false
            for waiter in exclusiveWaiters.removeAll() { waiter.resume() }
        }
        isExclusive = pipeline.isIdle
        while !pipeline.isIdle, lost == nil {
            await withCheckedContinuation { idleWaiters.append($0) }
        }
        isExclusive = true
        if let lost { throw lost }
        try demand(PQexitPipelineMode(libpq.pointer) == 1)
        let result: Result<T, PostgresError>
        do throws(PostgresError) {
            result = .success(try await body(self))
        } catch {
            result = .failure(error)
        }
        if lost == nil { try demand(PQenterPipelineMode(libpq.pointer) == 1) }
        return try result.get()
    }

    func afterExclusive() async {
        await withCheckedContinuation { exclusiveWaiters.append($0) }
    }

    /// That libpq took what it was given; else the connection is lost.
    func demand(_ isTaken: Bool) throws(PostgresError) {
        if let lost { throw lost }
        guard !isTaken else { return }
        let error = PostgresError(.connectionLost, libpq.lastMessage)
        lose(error)
        throw error
    }

    /// Waits until the socket gave or took something.
    func untilReady() async throws(PostgresError) {
        flush()
        if let lost { throw lost }
        await withCheckedContinuation { readiness = $0 }
        if let lost { throw lost }
    }

    /// The next result, nil at the end of them.
    func nextResult() async throws(PostgresError) -> LibpqResult? {
        flush()
        while lost == nil, PQisBusy(libpq.pointer) == 1 { try await untilReady() }
        if let lost { throw lost }
        return LibpqResult(PQgetResult(libpq.pointer))
    }

    /// Reads results to their end; throws the first error among them. Gives the rows that the
    /// last command counted.
    @discardableResult
    func drain() async throws(PostgresError) -> Int {
        var failure: PostgresError?
        var affected = 0
        while let result = try await nextResult() {
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: affected = result.affected
            case PGRES_COPY_OUT, PGRES_COPY_IN, PGRES_COPY_BOTH:
                let misuse = PostgresError(.misuse, "COPY goes through copyIn and copyOut")
                lose(misuse)
                throw misuse
            default: failure = failure ?? result.error()
            }
        }
        if let failure {
            if failure.code == .connectionLost { lose(failure) }
            throw failure
        }
        return affected
    }
}
