import Postgres
import Registry
import Schema

/// Periods of standing, as the derived table keeps them.
struct StandingTable {
    /// Whose standing in what.
    struct Place: Hashable, Comparable {
        var person: PersonID
        var programme: ProgrammeCode
        var role: Role

        static func < (left: Place, right: Place) -> Bool {
            (left.person, left.programme, left.role.rawValue)
                < (right.person, right.programme, right.role.rawValue)
        }
    }

    struct Entry: Hashable {
        var place: Place
        var period: StandingPeriod
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ place: Place, _ periods: [StandingPeriod]) {
        entries += periods.map { Entry(place: place, period: $0) }
    }

    /// Column by column, for one INSERT.
    var insertion: Query {
        Query(
            SQL.standingAdd, entries.map(\.place.person.number),
            entries.map(\.place.programme.text), entries.map(\.place.role.rawValue),
            entries.map(\.period.span.from.dayNumber), entries.map(\.period.span.until?.dayNumber),
            entries.map(\.period.state.rawValue), entries.map(\.period.anchor?.dayNumber),
            entries.map(\.period.currentUntil?.dayNumber))
    }
}

extension Snapshot {
    /// The periods that the facts give these people in these programmes, both roles, by the
    /// domain's own function.
    func derivedStanding(
        of people: [PersonID], in programmes: [Programme]
    ) async throws -> StandingTable {
        let records = try await personRecords(of: people)
        var table = StandingTable()
        for person in people {
            guard let record = records[person] else { continue }
            for programme in programmes where record.programmes[programme.code] != nil {
                for role in Role.allCases {
                    table.add(
                        StandingTable.Place(
                            person: person, programme: programme.code, role: role),
                        record.history(in: programme.code, as: role)
                            .periods(role: role, under: programme.retention))
                }
            }
        }
        return table
    }
}
