import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// Takes away what tells who these people are, from wherever it is kept. What they did, and the
    /// events that record it, stay under their numbers.
    func erase(_ people: [PersonID], on date: CivilDate) async throws -> Thing {
        guard let first = people.first else { throw StoreError.unreadable("person") }
        let numbers = people.map(\.number)
        try await run([
            Query(SQL.personErase, numbers, date.postgres),
            Query(SQL.personEraseRequests, numbers), Query(SQL.personEraseEvents, numbers),
            Query(SQL.personErasePeers, numbers), Query(SQL.personEraseEvidence, numbers),
            Query(SQL.mergeForget, numbers),
        ])
        return .person(first)
    }

    /// Keeps these people for something new about them. Gives whether each, of those that exist and
    /// were not merged into others, was erased.
    package func lockForFacts(_ people: [PersonID]) async throws -> [PersonID: Bool] {
        guard !people.isEmpty else { return [:] }
        var found: [PersonID: Bool] = [:]
        let numbers = Set(people).sorted().map(\.number)
        for row in try await snapshot.rows(SQL.personLock, numbers) {
            found[PersonID(try row.decode(0, as: Int64.self))] = try row.decode(2, as: Bool.self)
        }
        return found
    }
}

extension Snapshot {
    /// Everybody who turned out to be this person.
    package func merged(into person: PersonID) async throws -> [PersonID] {
        try await ids(SQL.personMerged, person.number)
    }
}
