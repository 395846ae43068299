import Registry
import Store

/// What decides checks, of the whole registry and of one moment, packed.
///
/// One task makes it, and afterwards it is touched under the index's lock alone; that is what makes
/// `@unchecked Sendable` true. As a value it would be copied, reference by reference, for each
/// check.
final class RegistryImage: @unchecked Sendable {
    private(set) var catalogue: Catalogue
    private(set) var policy: Policy
    private var organisations: [OrganisationID: OrganisationFacts] = [:]
    /// Who ever belonged to each, by place in `entries`.
    private var members: [OrganisationID: [UInt32]] = [:]
    private var places: [PersonID: UInt32] = [:]
    private var entries: [PersonEntry] = []
    private var affiliations = PackedRows<AffiliationEntry>()
    private var standing = PackedRows<StandingEntry>()
    private var standingPlaces = Interned<StandingPlace>()
    private var professions = Interned<Set<String>>()
    private var peers = Interned<Set<ProgrammeCode>>()

    init(catalogue: Catalogue, policy: Policy) {
        self.catalogue = catalogue
        self.policy = policy
    }

    /// How many people are in it.
    var count: Int { entries.count }

    /// The facts of an organisation that exists.
    func facts(of organisation: OrganisationID) -> OrganisationFacts? {
        organisations[organisation]
    }

    /// Who belongs to the organisation on that day, with how they stand in the programme; by the
    /// registry's rules alone.
    func affiliates(
        of organisation: OrganisationID, in programme: ProgrammeCode, on date: CivilDate
    ) -> [Affiliate] {
        let leader = standingPlaces.number(of: StandingPlace(programme: programme, role: .leader))
        let master = standingPlaces.number(
            of: StandingPlace(programme: programme, role: .masterTrainer))
        return (members[organisation] ?? []).compactMap { place in
            let entry = entries[Int(place)]
            let belongs = affiliations[entry.affiliations].contains {
                $0.organisation == organisation && $0.span.contains(date)
            }
            guard belongs else { return nil }
            return Affiliate(
                person: entry.id, professions: professions[entry.professions],
                isPeer: peers[entry.peerFor].contains(programme),
                leader: period(of: entry, leader, on: date)?.state ?? .untrained,
                masterTrainer: period(of: entry, master, on: date)?.state ?? .untrained)
        }
    }

    /// Everybody who ever belonged to the organisation.
    func members(of organisation: OrganisationID) -> some Sequence<PersonID> {
        (members[organisation] ?? []).lazy.map { self.entries[Int($0)].id }
    }

    /// Who somebody is, however often they were merged; nil for nobody.
    func successor(of person: PersonID) -> PersonID? {
        var id = person
        // Nobody can be merged in a circle; if it were so, this ends all the same.
        for _ in entries.indices {
            guard let place = places[id] else { return nil }
            guard let next = entries[Int(place)].mergedInto else { return id }
            id = next
        }
        return nil
    }

    /// How a person who exists stands on that day, by the registry's rules alone.
    func standing(
        of person: PersonID, in programme: ProgrammeCode, as role: Role, on date: CivilDate
    ) -> Standing? {
        guard let place = places[person] else { return nil }
        let number = standingPlaces.number(of: StandingPlace(programme: programme, role: role))
        return period(of: entries[Int(place)], number, on: date)?.standing
            ?? Standing(state: .untrained)
    }

    private func period(
        of entry: PersonEntry, _ place: UInt32?, on date: CivilDate
    ) -> StandingEntry? {
        guard let place else { return nil }
        return standing[entry.standing].first { $0.place == place && $0.span.contains(date) }
    }
}

/// Keeping it as the registry is.
extension RegistryImage {
    /// Puts what was read of an organisation in the place of what was known.
    func put(_ facts: OrganisationFacts) {
        organisations[facts.id] = facts
    }

    /// Puts what was read of a person in the place of what was known.
    func put(_ person: IndexedPerson) {
        let place = place(of: person.id)
        var entry = entries[Int(place)]
        join(place, person, knownIn: Set(affiliations[entry.affiliations].map(\.organisation)))
        entry.mergedInto = person.mergedInto
        entry.professions = professions.intern(person.professions)
        entry.peerFor = peers.intern(person.peerFor)
        entry.affiliations = affiliations.replace(
            entry.affiliations,
            with: person.affiliations.map {
                AffiliationEntry(organisation: $0.organisation, span: PackedSpan($0.span))
            })
        entry.standing = standing.replace(
            entry.standing, with: person.standing.map { self.entry(of: $0.period, in: $0.place) })
        entries[Int(place)] = entry
    }

    /// Makes a person a member of the organisations that are new among theirs. Most are the newest
    /// person of all; only one who comes back has to be looked for among all members.
    private func join(
        _ place: UInt32, _ person: IndexedPerson, knownIn known: Set<OrganisationID>
    ) {
        for organisation in Set(person.affiliations.map(\.organisation)).subtracting(known) {
            let isNewest = members[organisation]?.last.map { $0 < place } ?? true
            if isNewest || members[organisation]?.contains(place) != true {
                members[organisation, default: []].append(place)
            }
        }
    }

    /// Moves things together where much was replaced.
    func tidy() {
        if affiliations.isWasteful {
            var all = entries.map(\.affiliations)
            affiliations.compact(&all)
            for index in entries.indices { entries[index].affiliations = all[index] }
        }
        if standing.isWasteful {
            var all = entries.map(\.standing)
            standing.compact(&all)
            for index in entries.indices { entries[index].standing = all[index] }
        }
    }

    private func place(of person: PersonID) -> UInt32 {
        if let known = places[person] { return known }
        let place = UInt32(clamping: entries.count)
        places[person] = place
        entries.append(
            PersonEntry(
                id: person, professions: professions.intern([]), peerFor: peers.intern([])))
        return place
    }

    private func entry(
        of period: StandingPeriod, in place: StandingPlace
    ) -> StandingEntry {
        StandingEntry(
            place: standingPlaces.intern(place), state: period.state,
            span: PackedSpan(period.span), anchor: PackedDay(period.anchor),
            currentUntil: PackedDay(period.currentUntil))
    }
}
