import Postgres
import Registry
import Schema

extension Snapshot {
    /// What breaks an invariant, at most `limit`, in an order that stays the same.
    ///
    /// - Parameter progress: told from time to time how many people's standing was derived.
    package func breaches(
        of invariant: Invariant, limit: Int, progress: (Int) async throws -> Void
    ) async throws -> [Breach] {
        guard let statement = invariant.statement else {
            return try await standingBreaches(limit: limit, progress: progress)
        }
        return try await rows(statement, limit).map { row in
            var columns = Columns(row)
            return Breach(
                invariant: invariant, about: try columns.value(), detail: try columns.value())
        }
    }

    /// Derives everybody's standing from the facts, a batch of people in memory at a time, and
    /// holds it against what is kept.
    private func standingBreaches(
        limit: Int, progress: (Int) async throws -> Void
    ) async throws -> [Breach] {
        let programmes = try await programmes().programmes
        var breaches: [Breach] = []
        var last = PersonID(0)
        var seen = 0
        while breaches.count < limit {
            try Task.checkCancellation()
            let people: [PersonID] = try await ids(
                SQL.doctorBatch, last.number, DoctorLimits.peopleAtOnce)
            guard let end = people.last else { break }
            breaches += try await standingBreaches(of: people, in: programmes)
            (last, seen) = (end, seen + people.count)
            if seen.isMultiple(of: DoctorLimits.progress) { try await progress(seen) }
        }
        return Array(breaches.prefix(limit))
    }

    private func standingBreaches(
        of people: [PersonID], in programmes: [Programme]
    ) async throws -> [Breach] {
        let kept = try await keptStanding(of: people)
        let derived = Set(try await derivedStanding(of: people, in: programmes).entries)
        let places = Set(kept.symmetricDifference(derived).map(\.place)).sorted()
        return places.map { place in
            Breach(
                invariant: .standingDerived, about: place.person.description,
                detail: "its standing as \(place.role.rawValue) of \(place.programme) is not what "
                    + "the facts give")
        }
    }

    private func keptStanding(of people: [PersonID]) async throws -> Set<StandingTable.Entry> {
        Set(
            try await rows(SQL.standingKept, people.map(\.number)).map { row in
                var columns = Columns(row)
                let place = StandingTable.Place(
                    person: try columns.id(), programme: try columns.code(),
                    role: try columns.word())
                return StandingTable.Entry(
                    place: place,
                    period: StandingPeriod(
                        span: try columns.span(), state: try columns.word(),
                        anchor: try columns.optionalDate(),
                        currentUntil: try columns.optionalDate()))
            })
    }
}
