import Registry
import Store
import TestSupport
import Testing

/// The view by which the nightly run reads numbers of policy says what the domain says.
@Suite struct PolicyInEffectTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func equalsTheDomain(_ seed: UInt64) async throws {
        try await TestDatabase.with { database in
            var random = SeededGenerator(seed: seed)
            let first = CivilDate(dayNumber: 20_000)
            for value in 1...12 {
                let from = first.adding(days: Int.random(in: 0...40, using: &random))
                let length = Int.random(in: -1...20, using: &random)
                let isOpen = Int.random(in: 0..<3, using: &random) == 0
                let until = isOpen ? "NULL" : "'\(from.adding(days: length))'"
                try await database.execute(
                    """
                    INSERT INTO policy_number (name, numbers, from_date, until_date, source)
                    VALUES ('report-grace-days', '{\(value)}', '\(from)', \(until), 'test');
                    """)
            }
            let policy = try await database.store.read { try await $0.policy() }
            for offset in -2...70 {
                let day = first.adding(days: offset)
                let lines = try await database.lines(
                    """
                    SELECT numbers[1] FROM policy_in_effect
                    WHERE name = 'report-grace-days' AND from_date <= '\(day)'
                        AND (until_date IS NULL OR until_date >= '\(day)')
                    """)
                #expect(lines == ["\(policy.number(.reportGraceDays, on: day))"], "\(day)")
            }
        }
    }
}
