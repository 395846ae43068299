internal import CLibpq

extension PostgresConnection {
    /// Runs a `COPY … FROM STDIN` with the chunks as its data; gives how many rows were copied.
    /// Holds no more than a chunk: the next is asked for when the socket has taken this one.
    ///
    /// - Throws: `.bodyFailed` with what the chunks threw, and `.cancelled` where the task was
    ///   cancelled before their end; the copy is then taken back.
    package func copyIn<Chunks: AsyncSequence & Sendable>(
        _ sql: String, chunks: Chunks
    ) async throws(PostgresError) -> Int where Chunks.Element == [UInt8] {
        try await exclusively { connection throws(PostgresError) in
            try await connection.begin(sql, PGRES_COPY_IN)
            let failure = await connection.putAll(chunks)
            if let lost = connection.lost { throw lost }
            try await connection.endCopy(failing: failure != nil)
            do throws(PostgresError) {
                let count = try await connection.drain()
                if let failure { throw failure }
                return count
            } catch {
                throw connection.lost ?? failure ?? error
            }
        }
    }

    /// Runs a `COPY … TO STDOUT`, handing its data on in chunks of bounded size. The server waits
    /// while `receive` is at work.
    ///
    /// - Throws: `.bodyFailed` with what `receive` threw; the connection is then closed.
    package func copyOut(
        _ sql: String, receive: @Sendable ([UInt8]) async throws -> Void
    ) async throws(PostgresError) {
        try await exclusively { connection throws(PostgresError) in
            try await connection.begin(sql, PGRES_COPY_OUT)
            var chunk: [UInt8] = []
            while try await connection.take(into: &chunk) {
                guard chunk.count >= PostgresLimits.copyOutChunk else { continue }
                try await connection.hand(chunk, to: receive)
                chunk.removeAll(keepingCapacity: true)
            }
            if !chunk.isEmpty { try await connection.hand(chunk, to: receive) }
            try await connection.drain()
        }
    }

    private func begin(_ sql: String, _ wanted: ExecStatusType) async throws(PostgresError) {
        if sql.utf8.contains(0) { throw PostgresError(.encoding, "a NUL in the statement") }
        try demand(PQsendQuery(libpq.pointer, sql) == 1)
        guard let result = try await nextResult() else {
            throw PostgresError(.protocolViolation, "COPY without an answer")
        }
        if result.status == wanted { return }
        let error = result.error()
        try await drain()
        throw error.sqlState == nil ? PostgresError(.misuse, "not a COPY of this kind") : error
    }

    /// Sends the chunks; gives why they ended before their end, nil where they did not.
    private func putAll<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks
    ) async -> PostgresError? where Chunks.Element == [UInt8] {
        do {
            for try await chunk in chunks { try await put(chunk) }
        } catch {
            return PostgresError(.bodyFailed, "the data to copy ended", underlying: error)
        }
        // A stream ends without an error when its reader is cancelled.
        return Task.isCancelled ? .interruption(.cancelled) : nil
    }

    private func put(_ chunk: [UInt8]) async throws(PostgresError) {
        var offset = 0
        while offset < chunk.count {
            let piece = chunk[offset..<min(chunk.count, offset + PostgresLimits.copyInPiece)]
            var taken: Int32 = 0
            try demand(
                {
                    taken = piece.withUnsafeBytes { bytes in
                        PQputCopyData(
                            libpq.pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                            Int32(bytes.count))
                    }
                    return taken >= 0
                }())
            if taken == 1 { offset += piece.count }
            try await untilFlushed()
        }
    }

    private func endCopy(failing: Bool) async throws(PostgresError) {
        var ended: Int32 = 0
        while ended == 0 {
            let reason = failing ? "the data to copy ended" : nil
            try demand(
                {
                    ended = PQputCopyEnd(libpq.pointer, reason)
                    return ended >= 0
                }())
            if ended == 0 { try await untilFlushed() }
        }
    }

    /// Appends the next row's bytes; false at the end.
    private func take(into chunk: inout [UInt8]) async throws(PostgresError) -> Bool {
        while true {
            let isWriting = try isFlushing()
            var buffer: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(libpq.pointer, &buffer, 1)
            if count > 0, let buffer {
                chunk.append(
                    contentsOf: UnsafeRawBufferPointer(start: buffer, count: Int(count)))
                PQfreemem(buffer)
                return true
            }
            if count < 0 { return false }
            try await untilReady(writing: isWriting)
        }
    }

    private func hand(
        _ chunk: [UInt8], to receive: @Sendable ([UInt8]) async throws -> Void
    ) async throws(PostgresError) {
        do {
            try await receive(chunk)
        } catch {
            // Whatever is still to come would have to be read to its end: cheaper to part.
            lose(.closed)
            throw PostgresError(.bodyFailed, "the data was not taken", underlying: error)
        }
    }
}
