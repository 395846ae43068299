import Postgres
package import Registry
import Schema

extension Snapshot {
    /// What is to be judged anew where these facts are touched: the courses since that day in which
    /// the people have a part, that the hosts held or the licence served, and the places whose
    /// verdict may differ on `date`. Void courses, and those stored as found, stand on nothing.
    ///
    /// - Parameter limit: how many courses of a kind, and how many places, at most.
    package func keptFacts(
        _ touched: Touched, on date: CivilDate, limit: Int
    ) async throws -> KeptFacts {
        let catalogue = try await programmes()
        var facts = KeptFacts(
            on: date, programmes: catalogue.byCode, policy: try await policy())
        let trainings = try await trainings(
            try await courses(SQL.trainingsTouched, touched, limit, &facts.isCut))
        let workshops = try await workshops(
            try await courses(SQL.workshopsTouched, touched, limit, &facts.isCut))
        let people = touched.people.union(trainings.flatMap(\.people)).union(
            workshops.flatMap(\.leaders))
        facts.people = try await personRecords(of: people.sorted())
        let places = try await places(touched, facts, limit, &facts.isCut)
        let hosts = trainings.map(\.organisation) + workshops.map(\.organisation)
        facts.organisations = try await organisationFacts(
            of: Set(hosts + places.map(\.organisation)).sorted())
        facts.add(trainings)
        facts.add(workshops)
        let affiliates = try await affiliates(
            of: places.map { ($0.organisation, $0.programme) }, on: date, by: catalogue)
        facts.places = Dictionary(uniqueKeysWithValues: zip(places, affiliates))
        return facts
    }

    private func courses<ID: RegistryID>(
        _ statement: SQL.Named, _ touched: Touched, _ limit: Int, _ isCut: inout Bool
    ) async throws -> [ID] {
        let found: [ID] = try await ids(
            statement, touched.people.map(\.number).sorted(),
            touched.hosts.map(\.number).sorted(), touched.licence?.number,
            touched.from.postgres, limit + 1)
        if found.count > limit { isCut = true }
        return Array(found.prefix(limit))
    }

    /// Touched organisations with every programme, those of the touched people with the programmes
    /// in which these people have done anything, or that ask nobody to be trained.
    private func places(
        _ touched: Touched, _ facts: KeptFacts, _ limit: Int, _ isCut: inout Bool
    ) async throws -> [VerdictPlace] {
        var places: Set<VerdictPlace> = []
        for organisation in touched.organisations.union(touched.hosts) {
            for code in facts.programmes.keys {
                places.insert(VerdictPlace(organisation: organisation, programme: code))
            }
        }
        for affiliation in try await affiliations(of: touched.people.sorted())
        where affiliation.span.contains(facts.date) {
            let own = facts.people[affiliation.person]?.programmes ?? [:]
            for (code, programme) in facts.programmes
            where own[code] != nil || !programme.needsAuthorisation {
                places.insert(
                    VerdictPlace(organisation: affiliation.organisation, programme: code))
            }
        }
        if places.count > limit { isCut = true }
        return Array(places.sorted().prefix(limit))
    }
}

extension KeptFacts {
    fileprivate mutating func add(_ rows: [TrainingRow]) {
        for row in rows {
            guard let programme = programmes[row.programme],
                let host = organisations[row.organisation]
            else { continue }
            courses[.training(row.id)] = .training(row.id, row.request(programme, at: host))
        }
    }

    fileprivate mutating func add(_ rows: [WorkshopRow]) {
        for row in rows {
            guard let programme = programmes[row.programme],
                let host = organisations[row.organisation]
            else { continue }
            courses[.workshop(row.id)] = .workshop(row.id, row.request(programme, at: host))
        }
    }
}
