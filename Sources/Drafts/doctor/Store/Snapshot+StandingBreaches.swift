import Postgres
package import Registry
import Schema

/// What came of looking at the standing of some people.
package struct StandingExamination: Sendable {
    package var breaches: [Breach]
    /// The last person looked at; nil where nobody is left.
    package var last: PersonID?
    package var people: Int
}

extension Snapshot {
    /// Derives the standing of at most `limit` people, those after `person`, from the facts, and
    /// tells where what is kept is something else.
    package func standingBreaches(
        after person: PersonID, limit: Int
    ) async throws -> StandingExamination {
        let people: [PersonID] = try await ids(SQL.doctorPeople, person.number, limit)
        let kept = try await keptStanding(of: people)
        let derived = try await derivedStanding(of: people)
        let differing = Set(kept.symmetricDifference(derived).map(\.place)).sorted()
        return StandingExamination(
            breaches: differing.map { place in
                Breach(
                    invariant: .standingDerived, thing: "\(place.person)",
                    detail: "\(place.programme) \(place.role): not what the facts give")
            },
            last: people.count < limit ? nil : people.last, people: people.count)
    }

    private func keptStanding(of people: [PersonID]) async throws -> Set<KeptPeriod> {
        let rows = try await rows(SQL.doctorStanding, people.map(\.number))
        return try Set(
            rows.map { row in
                var columns = Columns(row)
                let place = KeptPeriod.Place(
                    person: try columns.id(), programme: try columns.value(),
                    role: try columns.value())
                return KeptPeriod(
                    place: place, from: try columns.date(), until: try columns.optionalDate(),
                    state: try columns.value(), anchor: try columns.optionalDate(),
                    currentUntil: try columns.optionalDate())
            })
    }

    private func derivedStanding(of people: [PersonID]) async throws -> Set<KeptPeriod> {
        let programmes = try await programmes().programmes
        let records = try await personRecords(of: people)
        var periods: Set<KeptPeriod> = []
        for (person, record) in records {
            for programme in programmes where record.programmes[programme.code] != nil {
                for role in Role.allCases {
                    let place = KeptPeriod.Place(
                        person: person, programme: programme.code.text, role: role.rawValue)
                    let derived = record.history(in: programme.code, as: role)
                        .periods(role: role, under: programme.retention)
                    for period in derived { periods.insert(KeptPeriod(place: place, period)) }
                }
            }
        }
        return periods
    }
}

/// A row of the derived table.
private struct KeptPeriod: Hashable {
    struct Place: Hashable, Comparable {
        let person: PersonID
        let programme: String
        let role: String

        static func < (left: Place, right: Place) -> Bool {
            (left.person, left.programme, left.role)
                < (right.person, right.programme, right.role)
        }
    }

    let place: Place
    let from: CivilDate
    let until: CivilDate?
    let state: String
    let anchor: CivilDate?
    let currentUntil: CivilDate?
}

extension KeptPeriod {
    init(place: Place, _ period: StandingPeriod) {
        self.init(
            place: place, from: period.span.from, until: period.span.until,
            state: period.state.rawValue, anchor: period.anchor,
            currentUntil: period.currentUntil)
    }
}
