import Logging
import Nightly
import Registry
import Store
import TestSupport

/// A registry on a database of its own, with the shipped catalogue and nothing else.
struct TestRegistry: Sendable {
    private let database: TestDatabase

    var store: Store { database.store }
    var logger: Logger { .silent }

    /// Makes one, writes `facts` into it as SQL, gives it to `body`, and closes it. Not within
    /// another: that one might wait for itself.
    @discardableResult
    static func with<T: Sendable>(
        _ facts: String = "", _ body: @Sendable (TestRegistry) async throws -> T
    ) async throws -> T {
        try await TestDatabase.with { database in
            if !facts.isEmpty { try await database.execute(facts) }
            return try await body(TestRegistry(database: database))
        }
    }

    func execute(_ script: String) async throws {
        try await database.execute(script)
    }

    func lines(_ sql: String) async throws -> [String] {
        try await database.lines(sql)
    }

    func run(
        limits: NightlyLimits = NightlyLimits(),
        afterBatch: @escaping @Sendable () async throws -> Void = {}
    ) -> NightlyRun {
        NightlyRun(store: store, logger: logger, limits: limits, afterBatch: afterBatch)
    }

    /// What a run of a date announces, as lines, the run being made.
    func items(on date: CivilDate) async throws -> [String] {
        _ = try await run().run(on: date)
        return try await run().items(on: date, limit: 1_000).map(\.line)
    }

    /// All that runs record but numbers and moments, for comparing two registries.
    func record() async throws -> [String] {
        try await lines(
            """
            SELECT 'notice', on_date, rule, licence, person, programme, role, organisation,
                until_date, threshold, reasons, passed_over, withdrawn_on, version
            FROM notice ORDER BY on_date, rule, licence, person, organisation, programme, role,
                until_date, threshold
            """)
            + lines("SELECT 'run', on_date, finished IS NULL, items FROM expiry_run ORDER BY 2")
            + lines(
                """
                SELECT 'event', n.on_date, n.rule, n.licence, n.person, n.programme, n.role,
                    n.organisation, n.until_date, n.threshold, e.account, e.command,
                    e.after - 'on'
                FROM event e LEFT JOIN notice n ON e.thing = 'N-' || n.id
                ORDER BY 2, 3, 4, 5, 6, 7, 8, 9, 10, e.after::text
                """)
    }
}
