import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// Derives anew the periods of standing of these people in a programme, both roles, by the
    /// domain's own function, and puts them in the place of the old ones.
    ///
    /// The people must be locked: two transactions would otherwise each derive from what the
    /// other has not yet written.
    package func recomputeStanding(
        of people: Set<PersonID>, in programme: ProgrammeCode
    ) async throws {
        guard !people.isEmpty,
            let rules = try await snapshot.programmes()[programme]?.retention
        else { return }
        let records = try await snapshot.personRecords(of: people.sorted(), in: [programme])
        var table = StandingTable()
        for person in people.sorted() {
            guard let record = records[person]?.programmes[programme] else { continue }
            for role in Role.allCases {
                let periods = record.history(as: role).periods(role: role, under: rules)
                for period in periods { table.add(person, role, period) }
            }
        }
        try await run([
            Query(SQL.standingClear, people.map(\.number).sorted(), programme.text),
            table.insertion(into: programme),
        ])
    }
}

/// Periods of standing, column by column, for one INSERT.
private struct StandingTable {
    private var people: [Int64] = []
    private var roles: [String] = []
    private var from: [Int32] = []
    private var until: [Int32?] = []
    private var states: [String] = []
    private var anchors: [Int32?] = []
    private var currentUntil: [Int32?] = []

    mutating func add(_ person: PersonID, _ role: Role, _ period: StandingPeriod) {
        people.append(person.number)
        roles.append(role.rawValue)
        from.append(period.span.from.dayNumber)
        until.append(period.span.until?.dayNumber)
        states.append(period.state.rawValue)
        anchors.append(period.anchor?.dayNumber)
        currentUntil.append(period.currentUntil?.dayNumber)
    }

    func insertion(into programme: ProgrammeCode) -> Query {
        Query(
            SQL.standingAdd, people, programme.text, roles, from, until, states, anchors,
            currentUntil)
    }
}
