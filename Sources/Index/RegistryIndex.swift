package import Registry
package import Store
import Synchronization

/// What decides checks, in memory, as new as the registry itself.
///
/// Promises, of every answer:
/// - it is never older than a write that this daemon has acknowledged: what a write concerns is
///   marked before whoever asked for it learns that it is done, and nothing is answered about it
///   until it was read again;
/// - it is never more than `IndexLimits.mostBehind` older than what another daemon committed: what
///   was not compared with the log for so long answers nothing.
///
/// Where it answers nothing the database is to be asked. Changes that a hand makes at `psql`
/// without an event are unknown to it.
package final class RegistryIndex: Sendable {
    let state = Mutex(IndexState())
    let bell = Bell()

    package init() {}

    /// The event up to which every one is known; nil before the log was looked at.
    package var serial: EventID? { state.withLock { $0.serial.map { EventID($0) } } }

    /// Whether it answers at all.
    package var answers: Bool {
        let now = ContinuousClock.now
        return state.withLock { $0.image(at: now) != nil }
    }

    /// Whether it answers, and nothing is marked.
    package var isCurrent: Bool {
        let now = ContinuousClock.now
        return state.withLock {
            $0.image(at: now) != nil && $0.stale.isEmpty && $0.reading.isEmpty
        }
    }

    /// Marks what a write concerns, until it was read again.
    package func note(_ concern: Concern) {
        state.withLock { $0.stale.formUnion(concern) }
        bell.ring()
    }

    /// What decides whether an organisation may offer a programme on a day.
    package func organisation(
        _ id: OrganisationID, programme: ProgrammeCode, on date: CivilDate
    ) -> Indexed<IndexedOrganisation>? {
        answer { state, image in
            guard state.isCurrent(id), let facts = image.facts(of: id),
                let programme = image.catalogue[programme], !programme.hasOverlay(of: id),
                state.areCurrent(image.members(of: id))
            else { return nil }
            return IndexedOrganisation(
                facts: facts, programme: programme,
                affiliates: image.affiliates(of: id, in: programme.code, on: date),
                policy: image.policy)
        }
    }

    /// How a person stands in a programme on a day.
    ///
    /// - Parameter organisation: whose own rules count too.
    package func standing(
        of person: PersonID, in programme: ProgrammeCode, as roles: [Role], on date: CivilDate,
        for organisation: OrganisationID?
    ) -> Indexed<IndexedStanding>? {
        answer { state, image in
            guard state.areCurrent([person]), let id = image.successor(of: person),
                state.areCurrent([id]), let programme = image.catalogue[programme]
            else { return nil }
            if let organisation {
                guard state.isCurrent(organisation), image.facts(of: organisation) != nil,
                    !programme.hasOverlay(of: organisation)
                else { return nil }
            }
            let standing = roles.compactMap {
                image.standing(of: id, in: programme.code, as: $0, on: date)
            }
            guard standing.count == roles.count else { return nil }
            return IndexedStanding(person: id, roles: Array(zip(roles, standing)))
        }
    }

    private func answer<Value>(
        _ body: (borrowing IndexState, RegistryImage) -> Value?
    ) -> Indexed<Value>? {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard let image = state.image(at: now), let serial = state.serial,
                let value = body(state, image)
            else { return nil }
            return Indexed(value: value, serial: EventID(serial))
        }
    }
}

/// An answer, and the event up to which every one was known to it.
package struct Indexed<Value: Sendable>: Sendable {
    package var value: Value
    package var serial: EventID

    /// The same moment's answer in other words.
    package func map<Other>(_ transform: (Value) -> Other) -> Indexed<Other> {
        Indexed<Other>(value: transform(value), serial: serial)
    }
}

/// What decides whether an organisation may offer a programme.
package struct IndexedOrganisation: Sendable {
    package var facts: OrganisationFacts
    package var programme: Programme
    package var affiliates: [Affiliate]
    package var policy: Policy
}

/// How a person stands.
package struct IndexedStanding: Sendable {
    /// Who they are, where they were merged into somebody else.
    package var person: PersonID
    package var roles: [(role: Role, standing: Standing)]
}
