internal import CLibpq

extension PostgresConnection {
    /// Runs a `COPY … FROM STDIN` with the chunks as its data; gives how many rows were copied.
    /// Holds no more than a chunk: the next is asked for when the socket has taken this one.
    ///
    /// - Throws: `.bodyFailed` with what the chunks threw; the copy is then taken back.
    package func copyIn<Chunks: AsyncSequence & Sendable>(
        _ sql: String, chunks: Chunks
    ) async throws(PostgresError) -> Int where Chunks.Element == [UInt8] {
        try await exclusively { connection throws(PostgresError) in
            try connection.demand(PQsendQuery(connection.libpq.pointer, sql) == 1)
            try await connection.begin(PGRES_COPY_IN)
            var failure: PostgresError?
            do {
                for try await chunk in chunks { try await connection.put(chunk) }
            } catch let error as PostgresError {
                throw error
            } catch {
                failure = PostgresError(.bodyFailed, "the data to copy ended", underlying: error)
            }
            try await connection.endCopy(failing: failure != nil)
            do throws(PostgresError) {
                let count = try await connection.drain()
                if let failure { throw failure }
                return count
            } catch {
                throw failure ?? error
            }
        }
    }

    /// Runs a `COPY … TO STDOUT`, handing its data on in chunks of bounded size. The server waits
    /// while `receive` is at work.
    package func copyOut(
        _ sql: String, receive: @Sendable ([UInt8]) async throws -> Void
    ) async throws(PostgresError) {
        try await exclusively { connection throws(PostgresError) in
            try connection.demand(PQsendQuery(connection.libpq.pointer, sql) == 1)
            try await connection.begin(PGRES_COPY_OUT)
            var chunk: [UInt8] = []
            do {
                while try await connection.take(into: &chunk) {
                    guard chunk.count >= PostgresLimits.copyOutChunk else { continue }
                    try await receive(chunk)
                    chunk.removeAll(keepingCapacity: true)
                }
                if !chunk.isEmpty { try await receive(chunk) }
            } catch let error as PostgresError {
                throw error
            } catch {
                // Whatever is still to come would have to be read to its end: cheaper to part.
                connection.lose(.closed)
                throw PostgresError(.bodyFailed, "the data was not taken", underlying: error)
            }
            try await connection.drain()
        }
    }

    private func begin(_ wanted: ExecStatusType) async throws(PostgresError) {
        guard let result = try await nextResult() else {
            throw PostgresError(.protocolViolation, "COPY without an answer")
        }
        if result.status == wanted { return }
        let error = result.error()
        _ = try? await drain()
        throw error.sqlState == nil ? PostgresError(.misuse, "not a COPY of this kind") : error
    }

    private func put(_ chunk: [UInt8]) async throws(PostgresError) {
        var offset = 0
        while offset < chunk.count {
            let piece = chunk[offset..<min(chunk.count, offset + PostgresLimits.copyInPiece)]
            let taken = piece.withUnsafeBytes { bytes in
                PQputCopyData(
                    libpq.pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(bytes.count))
            }
            try demand(taken >= 0)
            if taken == 1 { offset += piece.count }
            while lost == nil, PQflush(libpq.pointer) == 1 { try await untilReady() }
        }
    }

    private func endCopy(failing: Bool) async throws(PostgresError) {
        while true {
            let ended = PQputCopyEnd(libpq.pointer, failing ? "the data to copy ended" : nil)
            try demand(ended >= 0)
            if ended == 1 { return }
            try await untilReady()
        }
    }

    /// Appends the next row's bytes; false at the end.
    private func take(into chunk: inout [UInt8]) async throws(PostgresError) -> Bool {
        while true {
            if let lost { throw lost }
            var buffer: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(libpq.pointer, &buffer, 1)
            if count > 0, let buffer {
                chunk.append(
                    contentsOf: UnsafeRawBufferPointer(start: buffer, count: Int(count)))
                PQfreemem(buffer)
                return true
            }
            if count < 0 { return false }
            try await untilReady()
        }
    }
}
