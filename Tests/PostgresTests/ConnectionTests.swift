import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
    private static let slow = Query(sql: "SELECT pg_sleep(30)")

    @Test func `a failure in the middle of a pipeline ends it and nothing else`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (n int PRIMARY KEY)")
        let insert = Statement(name: "insert", sql: "INSERT INTO t VALUES ($1)")
        let late = Statement(name: "late", sql: "SELECT count(*) FROM t")
        let error = try await failure {
            try await connection.pipeline([
                Query(insert, 1), Query(insert, 2), Query(insert, 2), Query(late),
            ])
        }
        #expect(error.code == .server)
        #expect(error.sqlState == .uniqueViolation)
        #expect(error.constraint == "t_pkey")
        #expect(error.index == 2)
        #expect(!"\(error)".contains("(2)"))
        // What came before was one transaction with it; what was skipped can be used.
        #expect(try await connection.one(Query(late), as: Int.self) == 0)
        #expect(try await connection.query(Query(insert, 2)).affected == 1)
        await connection.close()
    }

    @Test func `a statement that cannot be prepared harms no other segment`() async throws {
        let connection = try await TestServer.connect()
        let statement = Statement(name: "s", sql: "SELECT n FROM not_yet_there")
        let first = Task { try await connection.query(Query(statement)) }
        let second = Task { try await connection.query(Query(statement)) }
        let third = Task { try await connection.query(Query(sql: "SELECT 1")) }
        #expect(try await failure { try await first.value }.sqlState == .undefinedTable)
        #expect(try await failure { try await second.value }.sqlState == .undefinedTable)
        #expect(try await third.value.rows.count == 1)
        try await connection.execute(script: "CREATE TEMPORARY TABLE not_yet_there (n int)")
        for _ in 0..<2 { #expect(try await connection.query(Query(statement)).rows.isEmpty) }
        await connection.close()
    }

    @Test func `what a rolled-back transaction prepared stays prepared`() async throws {
        let connection = try await TestServer.connect()
        let statement = Statement(name: "s", sql: "SELECT $1")
        _ = try await connection.transaction { transaction in
            .rollback(try await transaction.query(Query(statement, 1)).rows.count)
        }
        let kept = Query(sql: "SELECT count(*) FROM pg_prepared_statements")
        #expect(try await connection.one(kept, as: Int.self) == 1)
        #expect(try await connection.one(Query(statement, 5), as: Int.self) == 5)
        #expect(try await connection.one(kept, as: Int.self) == 1)
        await connection.close()
    }

    @Test func `a statement that someone dropped is prepared again`() async throws {
        let connection = try await TestServer.connect()
        let statement = Statement(name: "s", sql: "SELECT $1")
        _ = try await connection.query(Query(statement, 1))
        try await connection.execute(script: "DEALLOCATE ALL")
        let error = try await failure { try await connection.query(Query(statement, 1)) }
        #expect(error.sqlState == .invalidStatementName)
        #expect(try await connection.one(Query(statement, 5), as: Int.self) == 5)
        await connection.close()
    }

    @Test func `a commit that fails at its sync is the last statement's failure`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(
            script: "CREATE TEMPORARY TABLE t (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        let insert = Query(sql: "INSERT INTO t VALUES (1)")
        let error = try await failure { try await connection.pipeline([insert, insert]) }
        #expect(error.sqlState == .uniqueViolation)
        #expect(error.index == 1)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a deadline cancels the statement and spares the next`() async throws {
        let connection = try await TestServer.connect()
        for _ in 0..<5 {
            let begun = ContinuousClock.now
            let error = try await failure {
                try await connection.query(Self.slow, deadline: .milliseconds(50))
            }
            #expect(error.code == .timedOut)
            #expect(ContinuousClock.now - begun < .seconds(25))
            #expect(try await connection.isUsable())
        }
        await connection.close()
    }

    @Test func `a late cancellation hits nobody`() async throws {
        let connection = try await TestServer.connect()
        for round in 0..<100 {
            // Ends at about the moment of its deadline, now before it, now after.
            let query = Query(sql: "SELECT pg_sleep($1)", 0.002)
            let deadline = Duration.microseconds(1_500 + round * 20)
            _ = try? await connection.query(query, deadline: deadline)
            // Long enough to be there when the cancellation comes.
            _ = try await connection.query(Query(sql: "SELECT pg_sleep(0.01)"))
        }
        await connection.close()
    }

    @Test func `a cancelled task cancels its statement`() async throws {
        let connection = try await TestServer.connect()
        let task = Task { try await connection.query(Self.slow) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        #expect(try await failure { try await task.value }.code == .cancelled)
        #expect(try await connection.isUsable())
        let script = Task { try await connection.execute(script: "SELECT pg_sleep(30)") }
        try await Task.sleep(for: .milliseconds(50))
        script.cancel()
        #expect(try await failure { try await script.value }.code == .cancelled)
        #expect(try await connection.isUsable())
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await connection.query(Self.slow)
        }
        #expect(try await failure { try await early.value }.code == .cancelled)
        await connection.close()
    }

    @Test func `a cancellation that overtakes its statement is sent again`() async throws {
        let connection = try await TestServer.connect()
        let begun = ContinuousClock.now
        for round in 0..<20 {
            let task = Task {
                if round % 2 == 0 {
                    _ = try await connection.query(Self.slow)
                } else {
                    try await connection.execute(script: "SELECT pg_sleep(30)")
                }
            }
            try await Task.sleep(for: .microseconds(round * 20))
            task.cancel()
            #expect(try await failure { try await task.value }.code == .cancelled)
        }
        #expect(ContinuousClock.now - begun < .seconds(25))
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `one who waits for a turn can give up`() async throws {
        let connection = try await TestServer.connect()
        let script = Task { try await connection.execute(script: "SELECT pg_sleep(60)") }
        try await Task.sleep(for: .milliseconds(100))
        let begun = ContinuousClock.now
        let late = try await failure {
            try await connection.query(Query(sql: "SELECT 1"), deadline: .milliseconds(20))
        }
        #expect(late.code == .timedOut)
        let task = Task { try await connection.execute(script: "SELECT 1") }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        #expect(try await failure { try await task.value }.code == .cancelled)
        #expect(ContinuousClock.now - begun < .seconds(30))
        script.cancel()
        #expect(try await failure { try await script.value }.code == .cancelled)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a deadline among others walks away and harms no neighbour`() async throws {
        let connection = try await TestServer.connect()
        let first = Task {
            try await connection.query(
                Query(sql: "SELECT pg_sleep(0.3)"), deadline: .milliseconds(50))
        }
        try await Task.sleep(for: .milliseconds(10))
        let second = Task { try await connection.query(Query(sql: "SELECT pg_sleep(0.1)")) }
        #expect(try await failure { try await first.value }.code == .timedOut)
        #expect(try await second.value.rows.count == 1)
        await connection.close()
    }

    @Test func `statement_timeout is the server's, and is survived`() async throws {
        let connection = try await TestServer.connect()
        _ = try await connection.query(Query(sql: "SET statement_timeout = 20"))
        let error = try await failure { try await connection.query(Self.slow) }
        #expect(error.code == .server)
        #expect(error.sqlState == .queryCanceled)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `scripts, segments and scripts again take their turns`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (n int)")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    if number % 3 == 0 {
                        try await connection.execute(
                            script: "INSERT INTO t VALUES (1); SELECT 1; INSERT INTO t VALUES (1)")
                    } else {
                        _ = try await connection.query(
                            Query(sql: "INSERT INTO t VALUES (1), (1)"))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(
            try await connection.one(Query(sql: "SELECT count(*) FROM t"), as: Int.self) == 120)
        await connection.close()
    }

    @Test func `a failing script says so and leaves the connection usable`() async throws {
        let connection = try await TestServer.connect()
        let error = try await failure {
            try await connection.execute(script: "SELECT 1; SELECT 1/0; SELECT 2")
        }
        #expect(error.sqlState == .divisionByZero)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `COPY as a plain statement is refused`() async throws {
        for sql in ["COPY (SELECT 1) TO STDOUT", "COPY nothing FROM STDIN"] {
            let connection = try await TestServer.connect()
            let error = try await failure { try await connection.query(Query(sql: sql)) }
            #expect([.misuse, .server, .connectionLost].contains(error.code))
            await connection.close()
        }
        let connection = try await TestServer.connect()
        let error = try await failure {
            try await connection.execute(script: "COPY (SELECT 1) TO STDOUT")
        }
        #expect(error.code == .misuse)
        #expect(!connection.isOpen)
    }

    @Test func `what cannot be sent is refused before anything is sent`() async throws {
        let connection = try await TestServer.connect()
        let many = Query(sql: "SELECT 1", list: Array(repeating: 1, count: 70_000))
        for query in [Query(sql: "SELECT\u{0}1"), many] {
            let error = try await failure {
                try await connection.pipeline([Query(sql: "SELECT 1"), query])
            }
            #expect(error.code == .encoding)
            #expect(error.index == 1)
        }
        let script = try await failure { try await connection.execute(script: "\u{0}") }
        #expect(script.code == .encoding)
        let text = try await failure {
            try await connection.query(Query(sql: "SELECT $1", "\u{0}"))
        }
        #expect(text.code == .server)
        #expect(try await connection.pipeline([]).isEmpty)
        #expect(try await connection.isUsable())
        await connection.close()
    }

    @Test func `a closed connection refuses, also what was under way`() async throws {
        let connection = try await TestServer.connect()
        let slow = Task { try await connection.query(Self.slow) }
        let script = Task { try await connection.execute(script: "SELECT 1") }
        try await Task.sleep(for: .milliseconds(50))
        await connection.close()
        await connection.close()
        #expect(try await failure { try await slow.value }.code == .closed)
        #expect(try await failure { try await script.value }.code == .closed)
        #expect(try await failure { try await connection.isUsable() }.code == .closed)
        #expect(!connection.isOpen)
    }
}
