import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// Derives anew the periods of standing of these people in a programme, both roles, by the
    /// domain's own function, and puts them in the place of the old ones. Programmes whose rules
    /// reach across to others are derived with it.
    ///
    /// The people must be locked: two transactions would otherwise each derive from what the
    /// other has not yet written.
    package func recomputeStanding(
        of people: Set<PersonID>, in programme: ProgrammeCode
    ) async throws {
        guard !people.isEmpty else { return }
        // Before the rules are read, so that a change of them comes before all of this or after.
        try await run([Query(SQL.policyShare, Self.policyKey)])
        let programmes = try await snapshot.programmes().programmes.filter {
            $0.code == programme || $0.retention.contains(where: \.reachesAcross)
        }
        _ = try await derive(people.sorted(), in: programmes)
    }

    /// Derives the standing of everyone certified in these programmes, in batches. The policy must
    /// be locked. Gives what thereby changes on `today`.
    func recomputeEverybody(
        in programmes: [Programme], on today: CivilDate
    ) async throws -> [StandingShift] {
        var shifts = StandingShifts()
        var last = PersonID(0)
        while true {
            let people: [PersonID] = try await snapshot.ids(
                SQL.certifiedPeople, programmes.map(\.code.text), last.number,
                StandingLimits.peopleInBatch)
            guard let end = people.last else { return shifts.inOrder(of: programmes) }
            let before = try await snapshot.rows(
                SQL.standingPresent, people.map(\.number), programmes.map(\.code.text),
                today.postgres)
            for row in before { try shifts.add(before: row) }
            shifts.add(try await derive(people, in: programmes), on: today)
            last = end
        }
    }

    private func derive(
        _ people: [PersonID], in programmes: [Programme]
    ) async throws -> StandingTable {
        let records = try await snapshot.personRecords(of: people)
        var table = StandingTable()
        for person in people {
            guard let record = records[person] else { continue }
            for programme in programmes where record.programmes[programme.code] != nil {
                for role in Role.allCases {
                    let periods = record.history(in: programme.code, as: role)
                        .periods(role: role, under: programme.retention)
                    for period in periods { table.add(person, programme.code, role, period) }
                }
            }
        }
        try await run([
            Query(SQL.standingClear, people.map(\.number), programmes.map(\.code.text)),
            table.insertion,
        ])
        return table
    }
}

/// The limits of deriving standing.
enum StandingLimits {
    /// People whose facts are held at once while everybody's standing is derived.
    static let peopleInBatch = 1_000
}

/// Periods of standing, column by column, for one INSERT.
struct StandingTable {
    private(set) var periods: [(StandingShifts.Key, PersonID, StandingPeriod)] = []

    mutating func add(
        _ person: PersonID, _ programme: ProgrammeCode, _ role: Role, _ period: StandingPeriod
    ) {
        periods.append((StandingShifts.Key(programme: programme, role: role), person, period))
    }

    var insertion: Query {
        Query(
            SQL.standingAdd, periods.map(\.1.number), periods.map(\.0.programme.text),
            periods.map(\.0.role.rawValue), periods.map(\.2.span.from.dayNumber),
            periods.map(\.2.span.until?.dayNumber), periods.map(\.2.state.rawValue),
            periods.map(\.2.anchor?.dayNumber), periods.map(\.2.currentUntil?.dayNumber))
    }
}
