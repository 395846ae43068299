import Postgres
import Testing

/// Each value goes to the server and comes back, under one connection.
@Suite(.timeLimit(.minutes(1))) struct ValueTests {
    private func expectBack<T: PostgresEncodable & PostgresDecodable & Equatable>(
        _ values: [T], as type: String
    ) async throws {
        let connection = try await TestServer.connect()
        let statement = Statement(name: "back", sql: "SELECT $1::\(type), $1::\(type) IS NULL")
        for value in values {
            let row = try #require(try await connection.query(Query(statement, value)).first)
            #expect(try row.decode(0, as: T?.self) == value)
            #expect(try row.decode(1, as: Bool.self) == false)
        }
        let none = try #require(try await connection.query(Query(statement, nil)).first)
        #expect(try none.decode(0, as: T?.self) == nil)
        #expect(try none.decode(1, as: Bool.self))
        #expect(try await failure { try none.decode(0, as: T.self) }.code == .decoding)
        await connection.close()
    }

    private func failure(_ body: () throws -> some Any) async throws -> PostgresError {
        try await PostgresTests.failure(of: { try body() })
    }

    @Test func booleans() async throws { try await expectBack([true, false], as: "bool") }

    @Test func integers() async throws {
        try await expectBack([Int16.min, -1, 0, .max], as: "int2")
        try await expectBack([Int32.min, -1, 0, .max], as: "int4")
        try await expectBack([Int64.min, -1, 0, .max], as: "int8")
        try await expectBack([Int.min, -1, 0, .max], as: "int8")
    }

    @Test func doubles() async throws {
        try await expectBack([0.1, -.infinity, .leastNonzeroMagnitude, 1e300], as: "float8")
    }

    @Test func texts() async throws {
        try await expectBack(
            ["", "a", "Müller 👩🏽‍🏫 'quoted' \"so\"", String(repeating: "x", count: 1 << 20)],
            as: "text")
    }

    @Test func bytes() async throws {
        try await expectBack(
            [[], [0], Array(0...255), [UInt8](repeating: 7, count: 3 << 20)], as: "bytea")
    }

    @Test func json() async throws {
        try await expectBack([PostgresJSON("{}"), PostgresJSON("[1, \"ä\"]")], as: "jsonb")
    }

    @Test func dates() async throws {
        try await expectBack(
            [0, -719_528, 10_957, 20_000].map { PostgresDate(daysSince1970: $0) }, as: "date")
        let connection = try await TestServer.connect()
        let day = try await connection.one(
            Query(sql: "SELECT date '1970-01-31'"), as: PostgresDate.self)
        #expect(day.daysSince1970 == 30)
        let endless = Query(sql: "SELECT date 'infinity'")
        let error = try await PostgresTests.failure {
            try await connection.one(endless, as: PostgresDate.self)
        }
        #expect(error.code == .decoding)
        for extreme in [Int32.min, .max] {
            let refused = try await PostgresTests.failure {
                let date = PostgresDate(daysSince1970: extreme)
                return try await connection.one(Query(sql: "SELECT $1", date), as: String.self)
            }
            #expect([.server, .decoding].contains(refused.code))
        }
        await connection.close()
    }

    @Test func timestamps() async throws {
        try await expectBack(
            [0, -1, 1_700_000_000_123_456].map { PostgresTimestamp(microsecondsSince1970: $0) },
            as: "timestamptz")
    }

    @Test func arrays() async throws {
        try await expectBack([[], [1, -1, .max]] as [[Int64]], as: "int8[]")
        try await expectBack([[], [1, nil, 3], [nil]] as [[Int32?]], as: "int4[]")
        try await expectBack([[], ["", nil, "ä,{}\"\\"], ["NULL"]] as [[String?]], as: "text[]")
        try await expectBack([[true, false]], as: "bool[]")
        try await expectBack([[1.5, -0.25]], as: "float8[]")
        try await expectBack([Array(0..<100_000)] as [[Int]], as: "int8[]")
    }

    @Test func `a value that does not fit is refused by name, without the value`() async throws {
        let connection = try await TestServer.connect()
        let result = try await connection.query(
            Query(sql: "SELECT 70000 AS big, 'secret' AS word, ARRAY[1, NULL] AS list"))
        let row = try #require(result.first)
        let reads: [(String, () throws -> Void)] = [
            ("big", { _ = try row.decode("big", as: Int16.self) }),
            ("word", { _ = try row.decode("word", as: Int.self) }),
            ("list", { _ = try row.decode("list", as: [Int32].self) }),
            ("gone", { _ = try row.decode("gone", as: Int.self) }),
            ("9", { _ = try row.decode(9, as: Int.self) }),
        ]
        for (column, read) in reads {
            let error = try await failure(read)
            #expect(error.code == .decoding)
            #expect(error.message.contains(column))
            #expect(!"\(error)".contains("secret"))
        }
        await connection.close()
    }

    @Test func `NULL first and a value later, for one column and one statement`() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute(script: "CREATE TEMPORARY TABLE t (n int4, i int8)")
        let insert = Statement(name: "insert", sql: "INSERT INTO t (n, i) VALUES ($1, $2)")
        let values: [(Int32?, Int?)] = [(nil, 1), (2, nil), (nil, nil), (4, 4), (nil, 5)]
        for (n, i) in values { _ = try await connection.query(Query(insert, n, i)) }
        // In one round trip too.
        _ = try await connection.pipeline(values.map { Query(insert, $0, $1) })
        let sums = try #require(
            try await connection.query(Query(sql: "SELECT sum(n), sum(i), count(*) FROM t")).first)
        #expect(try sums.decode(0, as: Int.self) == 12)
        #expect(try sums.decode(2, as: Int.self) == 10)
        await connection.close()
    }

    @Test func `text results carry any type`() async throws {
        let connection = try await TestServer.connect()
        let query = Query(sql: "SELECT 1.50::numeric, interval '1 day', 7").asText()
        let row = try #require(try await connection.query(query).first)
        #expect(try row.decode(0, as: String.self) == "1.50")
        #expect(try row.decode(1, as: String.self) == "1 day")
        #expect(try row.decode(2, as: Int.self) == 7)
        await connection.close()
    }
}
