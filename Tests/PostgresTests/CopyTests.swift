import Foundation
import Postgres
import Synchronization
import Testing

/// Serialised, for the memory of the whole process is measured.
@Suite(.serialized, .timeLimit(.minutes(1))) struct CopyTests {
    private struct Broken: Error {}

    private static let chunk = Array((String(repeating: "x", count: 99) + "\n").utf8)
        .repeated(660)
    private static let chunks = 800

    /// Bytes of memory in use.
    private func memory() throws -> Int {
        let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            .split(separator: " ")
        return (Int(words[1]) ?? 0) * 4_096
    }

    @Test func `fifty megabytes in and out, with little memory`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (line text)")
        let before = try memory()
        let rows = try await connection.copyIn(
            "COPY t FROM STDIN", chunks: Repeating(chunk: Self.chunk, count: Self.chunks))
        #expect(rows == 660 * Self.chunks)
        let received = Mutex((bytes: 0, largest: 0))
        try await connection.copyOut("COPY t TO STDOUT") { chunk in
            let count = received.withLock { received in
                received = (received.bytes + chunk.count, max(received.largest, chunk.count))
                return received.bytes
            }
            // Slower than the server, which then has to wait.
            if count % 50 == 0 { try await Task.sleep(for: .milliseconds(2)) }
        }
        #expect(received.withLock(\.bytes) == Self.chunk.count * Self.chunks)
        #expect(received.withLock(\.largest) < 200_000)
        #expect(try memory() - before < 40 << 20)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a slow receiver holds the server back`() async throws {
        let connection = try await TestServer.connect()
        let before = try memory()
        let isFirst = Atomic(true)
        try await connection.copyOut(
            "COPY (SELECT repeat('x', 1000) FROM generate_series(1, 50000)) TO STDOUT"
        ) { _ in
            guard isFirst.exchange(false, ordering: .relaxed) else { return }
            try await Task.sleep(for: .milliseconds(500))
            let grown = try memory() - before
            #expect(grown < 32 << 20)
        }
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `chunks that fail take the copy back`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (line text)")
        let error = try await failure {
            try await connection.copyIn(
                "COPY t FROM STDIN",
                chunks: Repeating(chunk: Self.chunk, count: 3, failure: Broken()))
        }
        #expect(error.code == .bodyFailed)
        #expect(error.underlying is Broken)
        #expect(try await connection.one(Query(sql: "SELECT count(*) FROM t"), as: Int.self) == 0)
        await connection.close()
    }

    @Test func `a cancelled copy does not pass for a short one`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (line text)")
        let (stream, more) = AsyncStream<[UInt8]>.makeStream()
        more.yield(Self.chunk)
        let task = Task { try await connection.copyIn("COPY t FROM STDIN", chunks: stream) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(try await failure { try await task.value }.code == .cancelled)
        #expect(try await connection.one(Query(sql: "SELECT count(*) FROM t"), as: Int.self) == 0)
        await connection.close()
    }

    @Test func `data that does not fit is the server's error`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (n int)")
        let error = try await failure {
            try await connection.copyIn(
                "COPY t FROM STDIN", chunks: Repeating(chunk: Self.chunk, count: 50))
        }
        #expect(error.sqlState == .invalidTextRepresentation)
        #expect(!"\(error)".contains("xxx"))
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a receiver that throws closes the connection`() async throws {
        let connection = try await TestServer.connect()
        let error = try await failure {
            try await connection.copyOut(
                "COPY (SELECT repeat('x', 1000) FROM generate_series(1, 10000)) TO STDOUT"
            ) { _ in throw Broken() }
        }
        #expect(error.code == .bodyFailed)
        #expect(error.underlying is Broken)
        #expect(!connection.isOpen)
    }

    @Test func `what is no copy is refused`() async throws {
        let connection = try await TestServer.connect()
        let plain = try await failure { try await connection.copyOut("SELECT 1") { _ in } }
        #expect(plain.code == .misuse)
        let broken = try await failure {
            try await connection.copyOut("COPY gone TO STDOUT") { _ in }
        }
        #expect(broken.sqlState == .undefinedTable)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `killed while the data is slow to come`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (line text)")
        let process = try await connection.processID()
        let (stream, more) = AsyncStream<[UInt8]>.makeStream()
        more.yield(Self.chunk)
        let task = Task { try await connection.copyIn("COPY t FROM STDIN", chunks: stream) }
        try await Task.sleep(for: .milliseconds(50))
        try await TestServer.kill(process)
        try await Task.sleep(for: .milliseconds(50))
        for _ in 0..<100 { more.yield(Self.chunk) }
        more.finish()
        #expect(try await failure { try await task.value }.code == .connectionLost)
        #expect(!connection.isOpen)
    }
}

/// The same chunk again and again, then a failure where there is one.
private struct Repeating: AsyncSequence, Sendable {
    let chunk: [UInt8]
    let count: Int
    var failure: (any Error)?

    struct Iterator: AsyncIteratorProtocol {
        let source: Repeating
        var given = 0

        mutating func next() async throws -> [UInt8]? {
            given += 1
            if given <= source.count { return source.chunk }
            if let failure = source.failure { throw failure }
            return nil
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(source: self) }
}

extension [UInt8] {
    fileprivate func repeated(_ times: Int) -> [UInt8] {
        Array(repeatElement(self, count: times).joined())
    }
}
