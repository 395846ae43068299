import Postgres
package import Registry
import Schema

/// What checks ask about a person: no name, no address.
package struct IndexedPerson: Sendable, Equatable {
    package var id: PersonID
    /// Who they turned out to be; who was merged has nothing else.
    package var mergedInto: PersonID?
    package var professions: Set<String>
    /// The programmes for which the person lives with the condition.
    package var peerFor: Set<ProgrammeCode>
    package var affiliations: [(organisation: OrganisationID, span: DateSpan)]
    package var standing: [(place: StandingPlace, period: StandingPeriod)]

    package static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.mergedInto == right.mergedInto
            && left.professions == right.professions && left.peerFor == right.peerFor
            && left.affiliations.elementsEqual(right.affiliations, by: ==)
            && left.standing.elementsEqual(right.standing, by: ==)
    }
}

/// In what somebody stands: a programme and a role.
package struct StandingPlace: Hashable, Sendable {
    package var programme: ProgrammeCode
    package var role: Role

    package init(programme: ProgrammeCode, role: Role) {
        self.programme = programme
        self.role = role
    }
}

extension Snapshot {
    /// Those of the people that exist, merged ones too, by number; one statement.
    package func indexed(_ people: [PersonID]) async throws -> [IndexedPerson] {
        try await rows(SQL.indexedPeople, people.map(\.number)).map { row in
            var columns = Columns(row)
            return IndexedPerson(
                id: try columns.id(), mergedInto: try columns.optionalID(),
                professions: Set(try columns.value([String].self)),
                peerFor: Set(try columns.codes()),
                affiliations: Array(zip(try columns.ids(), try columns.spans())),
                standing: try columns.standing())
        }
    }

    /// The numbers of people after one, ascending.
    package func people(after last: PersonID, limit: Int) async throws -> [PersonID] {
        try await ids(SQL.indexedPeoplePage, last.number, limit)
    }

    /// The numbers of organisations after one, ascending.
    package func organisations(
        after last: OrganisationID, limit: Int
    ) async throws -> [OrganisationID] {
        try await ids(SQL.indexedOrganisationsPage, last.number, limit)
    }
}

extension Columns {
    /// Periods from seven columns of lists.
    fileprivate mutating func standing() throws -> [(StandingPlace, StandingPeriod)] {
        let programmes = try codes()
        let roles = try value([String].self).compactMap(Role.init(rawValue:))
        let states = try value([String].self).compactMap(StandingState.init(rawValue:))
        let spans = try spans()
        let anchors = try value([Int32?].self).map { $0.map { CivilDate(dayNumber: $0) } }
        let currents = try value([Int32?].self).map { $0.map { CivilDate(dayNumber: $0) } }
        guard [programmes.count, roles.count, states.count].allSatisfy({ $0 == spans.count }) else {
            throw StoreError.unreadable("standing")
        }
        return spans.indices.map { place in
            (
                StandingPlace(programme: programmes[place], role: roles[place]),
                StandingPeriod(
                    span: spans[place], state: states[place], anchor: anchors[place],
                    currentUntil: currents[place])
            )
        }
    }
}
