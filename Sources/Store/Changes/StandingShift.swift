import Postgres
package import Registry

/// What a change of policy does, today, to those who are certified in a role of a programme.
package struct StandingShift: Sendable, Equatable {
    package var programme: ProgrammeCode
    package var role: Role
    /// How many people's standing was derived anew.
    package var people = 0
    /// How many were authorised before and are not any more.
    package var lost = 0
    /// How many are authorised now and were not before.
    package var gained = 0
    /// How many others are current until another day, or in another state.
    package var moved = 0
}

/// Counts what changes, one batch of people after another.
struct StandingShifts {
    struct Key: Hashable {
        var programme: ProgrammeCode
        var role: Role
    }
    private struct Present: Equatable {
        var state: StandingState
        var until: CivilDate?
    }

    private var shifts: [Key: StandingShift] = [:]
    private var before: [Key: [PersonID: Present]] = [:]

    /// A row of `standing_present`, of the batch that is added next.
    mutating func add(before row: Row) throws {
        var columns = Columns(row)
        let person: PersonID = try columns.id()
        let key = Key(programme: try columns.code(), role: try columns.word())
        before[key, default: [:]][person] = Present(
            state: try columns.word(), until: try columns.optionalDate())
    }

    mutating func add(_ derived: StandingTable, on today: CivilDate) {
        var after: [Key: [PersonID: Present]] = [:]
        for entry in derived.entries where entry.period.span.contains(today) {
            let key = Key(programme: entry.place.programme, role: entry.place.role)
            after[key, default: [:]][entry.place.person] = Present(
                state: entry.period.state, until: entry.period.currentUntil)
        }
        for key in Set(before.keys).union(after.keys) {
            count(key, from: before[key] ?? [:], to: after[key] ?? [:])
        }
        before = [:]
    }

    private mutating func count(
        _ key: Key, from old: [PersonID: Present], to new: [PersonID: Present]
    ) {
        var shift = shifts[key] ?? StandingShift(programme: key.programme, role: key.role)
        for person in Set(old.keys).union(new.keys) {
            shift.people += 1
            let was = old[person]?.state.isAuthorised ?? false
            let isNow = new[person]?.state.isAuthorised ?? false
            if was != isNow {
                if isNow { shift.gained += 1 } else { shift.lost += 1 }
            } else if old[person] != new[person] {
                shift.moved += 1
            }
        }
        shifts[key] = shift
    }

    func inOrder(of programmes: [Programme]) -> [StandingShift] {
        programmes.flatMap { programme in
            Role.allCases.compactMap { shifts[Key(programme: programme.code, role: $0)] }
        }
    }
}
