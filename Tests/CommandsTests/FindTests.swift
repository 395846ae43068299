import Postgres
import Store
import TestSupport
import Testing

@Suite struct FindTests {
    private static let people = [
        "name=\"Søren Ærø\" email=Soeren@x.example", "name=\"AERO, Soren\"",
        "name=\"Zoë Example\" email=soeren@X.example", "name=\"Zoe Exampel\"",
        "name=\"Łukasz Żółć\"", "name=\"Other Person\"",
    ]

    private static func with(
        _ body: @Sendable (TestDatabase, TestSession) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            for person in people { try await session.done("person add \(person)") }
            try await body(database, session)
        }
    }

    @Test(arguments: [
        ("soren", "P-1 P-2"), ("SØREN", "P-1 P-2"), ("aerø", "P-1 P-2"), ("ZOE", "P-3 P-4"),
        ("zoë exa", "P-3 P-4"), ("lukasz zolc", "P-5"), ("SOEREN@", "P-1 P-3"), ("nobody", ""),
    ])
    func foldsCaseAndAccents(_ text: String, _ wanted: String) async throws {
        try await Self.with { _, session in
            let found = try await session.done("person find \"\(text)\"").data
            #expect(found.compactMap { $0["id"] }.joined(separator: " ") == wanted)
        }
    }

    @Test func listsWhoMayBeOne() async throws {
        try await Self.with { _, session in
            let lines = try await session.done("person duplicates").lines
            #expect(
                lines == [
                    "* duplicate person=P-2 same-name=P-1", "* duplicate person=P-3 same-email=P-1",
                    "* duplicate person=P-4 same-name=P-3", "OK",
                ])
            let one = try await session.done("person duplicates P-1").lines
            #expect(one == ["* duplicate person=P-1 same-name=P-2 same-email=P-3", "OK"])
            #expect(try await session.done("person duplicates P-6").data == [])
            #expect(await session.send("person duplicates P-9").outcome == "NO not-found")
        }
    }

    @Test func pages() async throws {
        try await Self.with { _, session in
            let first = try await session.done("person duplicates limit=1")
            #expect(first["person"] == "P-2")
            #expect(first.final("next") == "P-2")
            let rest = try await session.done("person duplicates after=P-2")
            #expect(rest.data.compactMap { $0["person"] } == ["P-3", "P-4"])
        }
    }

    @Test func leavesOutWhoIsGone() async throws {
        try await Self.with { _, session in
            try await session.done("person erase P-2", "person erase P-4")
            let lines = try await session.done("person duplicates").lines
            #expect(lines == ["* duplicate person=P-3 same-email=P-1", "OK"])
        }
    }

    /// Parts of names are found by an index.
    @Test func asksAnIndex() async throws {
        try await Self.with { database, _ in
            let plan = try await database.store.pool.withConnection { connection in
                try await connection.execute(script: "SET enable_seqscan = off")
                let query = Query(
                    sql: "EXPLAIN SELECT id FROM person "
                        + "WHERE folded(name) LIKE folded('%soren%')")
                return try await connection.query(query.asText()).rows.map {
                    try $0.decode(0, as: String.self)
                }
            }
            #expect(plan.contains { $0.contains("person_text") })
        }
    }

    /// A role that may not have pg_trgm finds whole names in any order of their words.
    @Test func doesWithoutTheExtension() async throws {
        try await Self.with { database, session in
            try await database.execute(
                """
                DROP EXTENSION pg_trgm CASCADE;
                CREATE OR REPLACE FUNCTION people_called(text) RETURNS SETOF bigint
                LANGUAGE sql STABLE AS $f$
                    SELECT id FROM person WHERE name_words(name) = name_words($1)
                $f$;
                """)
            let lines = try await session.done("person duplicates").lines
            #expect(lines.first == "* duplicate person=P-2 same-name=P-1")
            #expect(try await session.done("person find soren").data.count == 2)
        }
    }
}
