import Postgres
package import Registry
import Schema

extension Snapshot {
    /// For each of these organisations that exists: when it closed, its own licences and every
    /// licence that ever named it as covered. Two round trips, however many.
    package func organisationFacts(
        of organisations: [OrganisationID]
    ) async throws -> [OrganisationID: OrganisationFacts] {
        let numbers = organisations.map(\.number)
        let results = try await transaction.pipeline([
            Query(SQL.organisationsClosed, numbers), Query(SQL.licencesOfOrganisations, numbers),
        ])
        var pairs: [(OrganisationID, LicenceID)] = []
        for row in results[1].rows {
            var columns = Columns(row)
            pairs.append((try columns.id(), try columns.id()))
        }
        let licences = try await licences(Set(pairs.map(\.1)).sorted())
        let byID = Dictionary(licences.map { ($0.licence.id, $0.licence) }) { first, _ in first }
        var facts: [OrganisationID: OrganisationFacts] = [:]
        for row in results[0].rows {
            var columns = Columns(row)
            let id: OrganisationID = try columns.id()
            facts[id] = OrganisationFacts(
                id: id, closedOn: try columns.optionalDate(), licences: [])
        }
        for (organisation, licence) in pairs {
            if let known = byID[licence] { facts[organisation]?.licences.append(known) }
        }
        return facts
    }

    /// Who belongs to the organisation of each pair on `date`, with the standing in the pair's
    /// programme on that day by which they count for it. From the derived periods, in one
    /// statement, however many pairs; for organisations with rules of their own judged from the
    /// facts, in one round trip more.
    package func affiliates(
        of pairs: [(organisation: OrganisationID, programme: ProgrammeCode)], on date: CivilDate,
        by catalogue: Catalogue
    ) async throws -> [[Affiliate]] {
        var found: [[Affiliate]] = Array(repeating: [], count: pairs.count)
        let rows = try await rows(
            SQL.affiliates, pairs.map(\.organisation.number), pairs.map(\.programme.text),
            date.postgres)
        for row in rows {
            var columns = Columns(row)
            let place = try columns.value(Int.self) - 1
            guard found.indices.contains(place) else { continue }
            let person: PersonID = try columns.id()
            let professions = Set(try columns.value([String].self))
            let isPeer = try columns.value(Bool.self)
            let leader: StandingState = try columns.word()
            found[place].append(
                Affiliate(
                    person: person, professions: professions, isPeer: isPeer, leader: leader,
                    masterTrainer: try columns.word()))
        }
        try await overlay(&found, of: pairs, on: date, by: catalogue)
        return found
    }

    /// Puts the standing by an organisation's own rules in the place of the general one.
    private func overlay(
        _ found: inout [[Affiliate]],
        of pairs: [(organisation: OrganisationID, programme: ProgrammeCode)], on date: CivilDate,
        by catalogue: Catalogue
    ) async throws {
        let places = pairs.indices.filter {
            catalogue[pairs[$0].programme]?.hasOverlay(of: pairs[$0].organisation) ?? false
        }
        guard !places.isEmpty else { return }
        let people = Set(places.flatMap { found[$0].map(\.person) })
        let records = try await personRecords(of: people.sorted())
        for place in places {
            guard let programme = catalogue[pairs[place].programme] else { continue }
            for index in found[place].indices {
                guard let record = records[found[place][index].person] else { continue }
                found[place][index].judge(
                    record, in: programme, on: date, for: pairs[place].organisation)
            }
        }
    }

    /// What a licence served in each of these of its years.
    package func use(of licence: LicenceID, in years: [DateSpan]) async throws -> [LicenceUse] {
        let rows = try await rows(
            SQL.allowanceUsed, licence.number, years.map(\.from.dayNumber),
            years.map { ($0.until ?? .last).dayNumber })
        return try rows.map { row in
            var columns = Columns(row)
            return LicenceUse(
                workshops: try columns.value(), trainings: try columns.value(),
                participants: try columns.value())
        }
    }
}
