import Logging
import Nightly
import Postgres
import Registry
import Store
import TestSupport

/// A registry on a database of its own, with the shipped catalogue and nothing else.
struct TestRegistry: Sendable {
    let store: Store
    let logger: Logger
    let administrator: PostgresConnection

    /// A server has few connections, and each registry takes some.
    private static let turnstile = Turnstile(6)

    /// Makes one, writes `facts` into it as SQL, gives it to `body`, and closes it. Not within
    /// another: that one would wait for itself.
    @discardableResult
    static func with<T>(
        _ facts: String = "", _ body: (TestRegistry) async throws -> T
    ) async throws -> T {
        await turnstile.enter()
        do {
            let result = try await withoutLimit(facts, body)
            await turnstile.leave()
            return result
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    private static func withoutLimit<T>(
        _ facts: String, _ body: (TestRegistry) async throws -> T
    ) async throws -> T {
        let configuration = try await TestDatabases.shared.make()
        var logger = Logger(label: "licentia.tests.nightly")
        logger.logLevel = .critical
        let pool = PostgresPool(configuration: configuration, logger: logger)
        let administrator = try await PostgresConnection.connect(configuration, logger: logger)
        let registry = TestRegistry(
            store: Store(pool: pool, logger: logger), logger: logger,
            administrator: administrator)
        do {
            if !facts.isEmpty { try await registry.execute(facts) }
            let result = try await body(registry)
            await registry.close(pool)
            return result
        } catch {
            await registry.close(pool)
            throw error
        }
    }

    private func close(_ pool: PostgresPool) async {
        await administrator.close()
        await pool.close()
    }

    func execute(_ script: String) async throws {
        try await administrator.execute(script: script)
    }

    /// The rows of a query as text, columns joined by a space, absent ones as a hyphen.
    func lines(_ sql: String) async throws -> [String] {
        try await administrator.query(Query(sql: sql).asText()).rows.map { row in
            try row.columns.indices.map { try row.decode($0, as: String?.self) ?? "-" }
                .joined(separator: " ")
        }
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
