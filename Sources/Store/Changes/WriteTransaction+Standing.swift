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
        let table = try await snapshot.derivedStanding(of: people, in: programmes)
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
