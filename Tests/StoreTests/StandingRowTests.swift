import Registry
import Store
import TestSupport
import Testing

/// The derived periods always say what the domain's function says of the facts.
@Suite struct StandingRowTests {
    private struct Period: Sendable {
        var span: DateSpan
        var state: String
        var anchor: String
        var currentUntil: String
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func equalTheFunction(_ seed: UInt64) async throws {
        try await TestDatabase.with { database in
            try await database.execute(
                """
                INSERT INTO organisation (name, country) VALUES ('One', 'IE');
                INSERT INTO person (name) VALUES ('A'), ('B'), ('C'), ('D'), ('E');
                """)
            let people = (1...5).map { PersonID(Int64($0)) }
            var writes = RandomWrites(seed: seed, people: people, host: OrganisationID(1))
            for round in 1...3 {
                for _ in 1...20 { try await writes.write(to: database.store) }
                try await compare(database, people, round: round)
            }
        }
    }

    /// Rules that change while facts are written leave no row that was derived by the old ones.
    @Test func equalTheFunctionWhileRulesChange() async throws {
        try await TestDatabase.with { database in
            try await database.execute(
                """
                INSERT INTO organisation (name, country) VALUES ('One', 'IE');
                INSERT INTO person (name) VALUES ('A'), ('B'), ('C'), ('D'), ('E');
                """)
            let people = (1...5).map { PersonID(Int64($0)) }
            async let facts: Void = {
                var writes = RandomWrites(seed: 11, people: people, host: OrganisationID(1))
                for _ in 1...60 { try await writes.write(to: database.store) }
            }()
            async let rules: Void = {
                var writes = RandomWrites(seed: 12, people: people, host: OrganisationID(1))
                for _ in 1...30 { try await writes.setPolicy(database.store) }
            }()
            _ = try await (facts, rules)
            try await compare(database, people, round: 1)
        }
    }

    private func compare(
        _ database: TestDatabase, _ people: [PersonID], round: Int
    ) async throws {
        let (records, catalogue) = try await database.store.read { snapshot in
            (
                try await snapshot.personRecords(of: people),
                try await snapshot.programmes()
            )
        }
        for person in people {
            let record = try #require(records[person])
            for code in RandomWrites.programmes {
                let programme = try #require(catalogue[code])
                for role in Role.allCases {
                    let rows = try await periods(database, person, code, role)
                    compare(rows, with: record, programme, role, "round \(round) \(person)")
                }
            }
        }
    }

    private func compare(
        _ rows: [Period], with record: PersonRecord, _ programme: Programme, _ role: Role,
        _ place: String
    ) {
        let name = "\(place) \(programme.code) \(role.rawValue)"
        for offset in -10..<2_500 {
            let day = RandomWrites.firstDay.adding(days: offset)
            let wanted = record.standing(in: programme, as: role, on: day)
            let holding = rows.filter { $0.span.contains(day) }
            guard holding.count < 2 else {
                Issue.record("\(name): two rows on \(day)")
                return
            }
            let got = holding.first
            let isSame =
                wanted.state.rawValue == got?.state ?? "untrained"
                && wanted.anchor?.description ?? "-" == got?.anchor ?? "-"
                && wanted.currentUntil?.description ?? "-" == got?.currentUntil ?? "-"
            guard isSame else {
                let said = got?.state ?? "nothing"
                Issue.record("\(name) on \(day): \(wanted.state), the rows say \(said)")
                return
            }
        }
    }

    private func periods(
        _ database: TestDatabase, _ person: PersonID, _ programme: ProgrammeCode, _ role: Role
    ) async throws -> [Period] {
        try await database.lines(
            """
            SELECT from_date, until_date, state, anchor, current_until FROM standing
            WHERE person = \(person.number) AND programme = '\(programme)'
                AND role = '\(role.rawValue)'
            """
        ).map { line in
            let cells = line.split(separator: " ").map(String.init)
            let span = DateSpan(
                from: try #require(CivilDate(cells[0])), until: CivilDate(cells[1]))
            return Period(
                span: span, state: cells[2], anchor: cells[3], currentUntil: cells[4])
        }
    }
}
