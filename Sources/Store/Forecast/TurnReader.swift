import Postgres
package import Registry
import Schema

/// Reads page by page, in order of the day, what turns by itself after one day and up to another;
/// verdicts are not among it. One at a time in a transaction, and in one moment's facts.
package struct TurnReader: Sendable {
    private let snapshot: Snapshot
    private let policy: Policy
    private let filter: TurnFilter

    /// - Parameters:
    ///   - first: what turns on this day is left out: it has done so.
    ///   - last: what turns on this day is among it.
    package init(
        _ snapshot: Snapshot, after first: CivilDate, through last: CivilDate, filter: TurnFilter
    ) async throws {
        self.snapshot = snapshot
        self.filter = filter
        policy = try await snapshot.policy()
        _ = try await snapshot.rows(
            SQL.forecastOpen, first.postgres, last.postgres, filter.organisation?.number,
            filter.programme?.text)
    }

    /// The next page, which may be empty; nil at the end.
    package func next() async throws -> [Turn]? {
        let rows = try await snapshot.rows(SQL.forecastNext)
        if rows.isEmpty { return nil }
        let candidates = try rows.map { row in
            var columns = Columns(row)
            return try columns.candidate()
        }
        let named = candidates.filter(\.isOfLicence).map { LicenceID($0.thing) }
        let licences = try await snapshot.licences(Set(named).sorted()).map(\.licence)
        let byID = Dictionary(licences.map { ($0.id, $0) }) { first, _ in first }
        return candidates.flatMap { candidate in
            guard candidate.isOfLicence else { return [candidate.turn].compactMap { $0 } }
            return byID[LicenceID(candidate.thing)].map { turns(of: $0, candidate) } ?? []
        }
    }

    /// What became of a licence, judged by the domain on both days.
    private func turns(of licence: Licence, _ candidate: Candidate) -> [Turn] {
        let day = candidate.day
        if let organisation = candidate.organisation {
            return Self.coverage(licence, organisation, on: day)
        }
        var turns: [Turn] = []
        let (was, becomes) = (licence.state(on: day.previous), licence.state(on: day))
        if was != becomes {
            var turn = Turn(
                on: day, what: .licence, about: .licence(licence.id), was: was.rawValue,
                becomes: becomes.rawValue)
            turn.organisation = licence.holder
            turn.until = becomes == .expired ? licence.term.until : nil
            turns.append(turn)
        }
        for (report, was, becomes) in licence.reportTurns(on: day, policy: policy) {
            var turn = Turn(
                on: day, what: .report, about: .licence(licence.id), was: was.rawValue,
                becomes: becomes.rawValue)
            turn.organisation = licence.holder
            turn.year = report.year.from
            turns.append(turn)
        }
        return turns
    }

    private static func coverage(
        _ licence: Licence, _ organisation: OrganisationID, on day: CivilDate
    ) -> [Turn] {
        guard let was = licence.coverageState(of: organisation, on: day.previous),
            let becomes = licence.coverageState(of: organisation, on: day), was != becomes
        else { return [] }
        var turn = Turn(
            on: day, what: .coverage, about: .licence(licence.id), was: was.rawValue,
            becomes: becomes.rawValue)
        turn.organisation = organisation
        turn.until = becomes == .expired ? day.previous : nil
        return [turn]
    }
}

/// A row of the cursor.
private struct Candidate {
    var day: CivilDate
    var what: Turn.What
    var thing: Int64
    var organisation: OrganisationID?
    var programme: ProgrammeCode?
    var role: Role?
    var was: String?
    var becomes: String?
    var until: CivilDate?

    var isOfLicence: Bool { what == .licence || what == .coverage }

    /// The turn of a thing whose states the row itself tells.
    var turn: Turn? {
        guard let about, let was, let becomes else { return nil }
        var turn = Turn(on: day, what: what, about: about, was: was, becomes: becomes)
        turn.organisation = organisation
        turn.programme = programme
        turn.role = role
        turn.until = until
        return turn
    }

    private var about: Thing? {
        switch what {
        case .certification, .affiliation: .person(PersonID(thing))
        case .organisation: .organisation(OrganisationID(thing))
        case .training: .training(TrainingID(thing))
        case .workshop: .workshop(WorkshopID(thing))
        case .licence, .report, .coverage, .offer, .train: nil
        }
    }
}

extension Columns {
    fileprivate mutating func candidate() throws -> Candidate {
        let day = try date()
        let what: Turn.What = try word()
        _ = try value(Int.self)
        let thing = try value(Int64.self)
        return Candidate(
            day: day, what: what, thing: thing, organisation: try optionalID(),
            programme: try value(String?.self).flatMap { ProgrammeCode($0) },
            role: try optionalWord(), was: try value(), becomes: try value(),
            until: try optionalDate())
    }
}
