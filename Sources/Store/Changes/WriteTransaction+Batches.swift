import Postgres
import Registry
import Schema

/// Many changes at once, for imports: as many statements for a thousand rows as for one.
extension WriteTransaction {
    /// Applies the changes; gives the things that were made or changed, in the same order.
    ///
    /// Changes of one kind that have a statement for many are done by it: added organisations and
    /// people, affiliations and awards. No two of these may be of the same person and organisation,
    /// or of the same certification. Any others are applied one after another.
    package func apply(_ changes: [Change]) async throws -> [Thing] {
        if let rows = changes.all(of: \.addedPerson) {
            return try await add(people: rows).map(Thing.person)
        }
        if let rows = changes.all(of: \.addedOrganisation) {
            return try await add(organisations: rows).map(Thing.organisation)
        }
        if let joins = changes.all(of: \.joined) {
            try await join(joins)
            return joins.map { .person($0.person) }
        }
        if let awards = changes.all(of: \.awarded) { return try await award(awards) }
        var things: [Thing] = []
        for change in changes { things.append(try await apply(change)) }
        return things
    }

    func add(organisations rows: [OrganisationRow]) async throws -> [OrganisationID] {
        let ids = try await numbers(of: "organisation", rows.map(\.id.number))
        try await run([
            Query(
                SQL.organisationsAdd, ids, rows.map(\.name), rows.map(\.country),
                rows.map(\.sector), rows.map(\.parent?.number), rows.map(\.timezone),
                rows.map(\.contact), rows.map(\.externalID), rows.map(\.closedOn?.dayNumber))
        ])
        try await pass(rows.map(\.id.number), of: "organisation")
        return ids.map { OrganisationID($0) }
    }

    func add(people rows: [PersonRow]) async throws -> [PersonID] {
        let ids = try await numbers(of: "person", rows.map(\.id.number))
        let peers = zip(ids, rows).flatMap { id, row in row.peerFor.map { (id, $0.text) } }
        var queries = [
            Query(
                SQL.peopleAdd, ids, rows.map(\.name), rows.map(\.email), rows.map(\.externalID),
                rows.map { $0.professions.joined(separator: ",") },
                rows.map(\.erasedOn?.dayNumber), rows.map(\.mergedInto?.number))
        ]
        if !peers.isEmpty {
            queries.append(Query(SQL.personPeersAdd, peers.map(\.0), peers.map(\.1)))
        }
        try await run(queries)
        try await pass(rows.map(\.id.number), of: "person")
        return ids.map { PersonID($0) }
    }

    func join(
        _ person: PersonID, _ organisation: OrganisationID, _ span: DateSpan
    ) async throws -> Thing {
        try await join([Join(person: person, organisation: organisation, span: span)])
        return .person(person)
    }

    private func join(_ joins: [Join]) async throws {
        let people = joins.map(\.person.number)
        try await run([
            Query(
                SQL.affiliationsAdd, people, joins.map(\.organisation.number),
                joins.map(\.span.from.dayNumber), joins.map(\.span.until?.dayNumber)),
            Query(SQL.peopleTouch, Set(people).sorted()),
        ])
    }

    func award(_ awards: [Award]) async throws -> [Thing] {
        let before = try await snapshot.awardsKnown(awards)
        for (place, group) in Dictionary(grouping: awards, by: AwardPlace.init) {
            try await certify(group.map(\.person), place.programme, place.role)
            try await run([
                Query(
                    SQL.awardsAdd, group.map(\.person.number), place.programme.text,
                    place.role.rawValue, group.map(\.trainedOn.dayNumber), group.map(\.evidence),
                    group.map(\.isVoid))
            ])
        }
        let touched = before.compactMap { $0?.certification.number }
        if !touched.isEmpty { try await run([Query(SQL.certificationsTouch, touched)]) }
        for (programme, group) in Dictionary(grouping: awards, by: \.programme) {
            try await recomputeStanding(of: Set(group.map(\.person)), in: programme)
        }
        return try await snapshot.awardsKnown(awards).map { known in
            guard let known else { throw StoreError.unreadable("new certification") }
            return .certification(known.certification)
        }
    }

    /// The numbers given, and new ones of the table in the places of those that are 0.
    private func numbers(of table: String, _ given: [Int64]) async throws -> [Int64] {
        let count = given.count { $0 == 0 }
        guard count > 0 else { return given }
        let rows = try await snapshot.rows(SQL.numbersDraw, table, count)
        var drawn = try rows.map { try $0.decode(0, as: Int64.self) }.makeIterator()
        return try given.map { number in
            if number != 0 { return number }
            guard let next = drawn.next() else { throw StoreError.unreadable("new number") }
            return next
        }
    }
}

extension WriteTransaction {
    /// Keeps numbers that were given by hand from being drawn later.
    func pass(_ given: [Int64], of table: String) async throws {
        guard let last = given.max(), last > 0 else { return }
        try await run([Query(SQL.numbersPass, table, last)])
    }
}

extension RegistryID {
    /// The number that was given by hand; nil where the next is to be drawn.
    var given: Int64? { number == 0 ? nil : number }
}

/// An affiliation to be made.
private struct Join {
    var person: PersonID
    var organisation: OrganisationID
    var span: DateSpan
}

private struct AwardPlace: Hashable {
    var programme: ProgrammeCode
    var role: Role

    init(_ award: Award) {
        programme = award.programme
        role = award.role
    }
}

extension [Change] {
    /// What each of them holds, where they are all of one kind; nil where they are not.
    fileprivate func all<Value>(of kind: (Change) -> Value?) -> [Value]? {
        var values: [Value] = []
        for change in self {
            guard let value = kind(change) else { return nil }
            values.append(value)
        }
        return values
    }
}

extension Change {
    fileprivate var addedPerson: PersonRow? {
        if case .addPerson(let row) = self { row } else { nil }
    }

    fileprivate var addedOrganisation: OrganisationRow? {
        if case .addOrganisation(let row) = self { row } else { nil }
    }

    fileprivate var joined: Join? {
        guard case .join(let person, let organisation, let span) = self else { return nil }
        return Join(person: person, organisation: organisation, span: span)
    }

    fileprivate var awarded: Award? {
        if case .award(let award) = self { award } else { nil }
    }
}
