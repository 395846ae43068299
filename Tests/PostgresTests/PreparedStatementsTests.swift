import Testing

@testable import Postgres

@Suite struct PreparedStatementsTests {
    private let statement = Statement(name: "s", sql: "SELECT $1")
    private var query: Query { Query(statement, 1) }
    private var key: String { get throws { try #require(query.preparationKey) } }

    @Test func `prepared on first use, then used by everyone`() throws {
        var statements = PreparedStatements(limit: 9)
        #expect(statements.use(query, in: 1) == .prepare("s_1"))
        #expect(statements.use(query, in: 1) == .prepared("s_1"))
        #expect(statements.use(query, in: 2) == .unprepared)
        statements.confirm(try key)
        #expect(statements.use(query, in: 2) == .prepared("s_1"))
    }

    @Test func `one that failed gets another name`() throws {
        var statements = PreparedStatements(limit: 9)
        _ = statements.use(query, in: 1)
        statements.forget(try key)
        statements.confirm(try key)
        #expect(statements.use(query, in: 2) == .prepare("s_2"))
    }

    @Test func `other types and other texts are other statements`() {
        var statements = PreparedStatements(limit: 9)
        _ = statements.use(query, in: 1)
        #expect(statements.use(Query(statement, "x"), in: 1) == .prepare("s_2"))
        #expect(statements.use(Query(statement, nil), in: 1) == .prepare("s_3"))
        let other = Statement(name: "s", sql: "SELECT $1, 2")
        #expect(statements.use(Query(other, 1), in: 1) == .prepare("s_4"))
    }

    @Test func `over the limit nothing more is prepared`() {
        var statements = PreparedStatements(limit: 1)
        _ = statements.use(query, in: 1)
        #expect(statements.use(Query(statement, "x"), in: 1) == .unprepared)
        #expect(statements.use(Query(sql: "SELECT 1"), in: 1) == .unprepared)
    }

    @Test(arguments: ["", "a\u{0}b", String(repeating: "ä", count: 99)])
    func `any name becomes one that PostgreSQL keeps whole`(name: String) {
        let made = Query(Statement(name: name, sql: "SELECT 1")).serverName(number: 1_000)
        #expect(made.utf8.count < 63)
        #expect(!made.utf8.contains(0))
        #expect(made.hasSuffix("_1000"))
    }
}
