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
    /// programme on that day, from the derived periods. One statement, however many pairs.
    package func affiliates(
        of pairs: [(organisation: OrganisationID, programme: ProgrammeCode)], on date: CivilDate
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
        return found
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
