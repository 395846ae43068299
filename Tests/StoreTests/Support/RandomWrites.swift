import Postgres
import Registry
import Store
import TestSupport

/// Writes of all kinds that touch standing, in an order that the seed alone decides. No rule is
/// asked: the derived rows must be right for any facts.
struct RandomWrites {
    private var generator: SeededGenerator
    private let people: [PersonID]
    private let host: OrganisationID
    private var suspended: [CertificationID: DateSpan] = [:]

    static let programmes = ["CDSMP", "CPSMP"].compactMap { ProgrammeCode($0) }
    static let firstDay = CivilDate(year: 2020, month: 1, day: 1) ?? .first

    init(seed: UInt64, people: [PersonID], host: OrganisationID) {
        generator = SeededGenerator(seed: seed)
        self.people = people
        self.host = host
    }

    mutating func write(to store: Store) async throws {
        switch Int.random(in: 0..<11, using: &generator) {
        case 0...2: try await apply(.recordTraining(training()), store)
        case 3...5: try await apply(.recordWorkshop(workshop()), store)
        case 6: try await award(store)
        case 7: try await void(store)
        case 8: try await setPolicy(store)
        default: try await mark(store)
        }
    }

    private mutating func training() -> TrainingRow {
        let kinds = TrainingKind.allCases
        var row = TrainingRow(
            programme: programme(), kind: kinds[below(kinds.count)], format: "standard",
            days: HalfDays(calendarDaysFrom: Self.firstDay, to: Self.firstDay), span: days(),
            organisation: host)
        var shuffled = people.shuffled(using: &generator)
        row.trainers = [shuffled.removeLast(), shuffled.removeLast()].sorted()
        row.passed = [shuffled.removeLast()]
        row.failed = [shuffled.removeLast()]
        return row
    }

    private mutating func workshop() -> WorkshopRow {
        var row = WorkshopRow(
            programme: programme(), organisation: host,
            mode: ["in-person", "virtual", "toolkit"][below(3)], span: days(), sessions: 6)
        row.leaders = Array(people.shuffled(using: &generator).prefix(2)).sorted()
        return row
    }

    private mutating func award(_ store: Store) async throws {
        let award = Award(
            person: people[below(people.count)], programme: programme(),
            role: Role.allCases[below(2)], trainedOn: day(), evidence: "seen")
        do {
            try await apply(.award(award), store)
        } catch let error as PostgresError where error.sqlState == .uniqueViolation {
            // The same day was awarded before.
        }
    }

    /// Voids a training or a workshop that stands.
    private mutating func void(_ store: Store) async throws {
        var filter = CourseFilter()
        filter.state = .recorded
        let wanted = filter
        if below(2) == 0 {
            let found = try await store.read {
                try await $0.trainings(wanted, page: Page(limit: 1_000))
            }
            guard !found.isEmpty else { return }
            try await apply(.voidTraining(found[below(found.count)]), store)
        } else {
            let found = try await store.read {
                try await $0.workshops(wanted, page: Page(limit: 1_000))
            }
            guard !found.isEmpty else { return }
            try await apply(.voidWorkshop(found[below(found.count)]), store)
        }
    }

    /// Sets a rule of standing for everyone, or ends one that was set.
    mutating func setPolicy(_ store: Store) async throws {
        let set = try await store.read { try await $0.policyRows() }.map(\.row).filter {
            if case .retention(let rule) = $0 { return rule.source == "random" }
            return false
        }
        if below(3) == 0, let row = set.randomElement(using: &generator) {
            let last = row.effective.from.adding(days: below(400) - 1)
            return try await apply(.endPolicy(row, on: last), store)
        }
        let counted: [CountedActivity] = [
            .anyWorkshop, .workshop(mode: "virtual"), .training(.leader), .training(.cross),
        ]
        let rule = RetentionRule(
            programme: below(2) == 0 ? programme() : nil, role: Role.allCases[below(2)],
            name: ["delivery", "activity", "more"][below(3)], firstMonths: 1 + below(18),
            laterMonths: 1 + below(18), countsFirst: [counted[below(4)], counted[below(4)]],
            countsLater: [counted[below(4)]], countsIn: below(2) == 0 ? .any : .same,
            trainedIn: [nil, nil, .one, .several][below(4)],
            effective: DateSpan(from: day(), until: nil), source: "random")
        try await apply(.addPolicy(.retention(rule)), store)
    }

    /// Suspends, reinstates or revokes a certification that is there.
    private mutating func mark(_ store: Store) async throws {
        let (person, programme) = (people[below(people.count)], programme())
        let role = Role.allCases[below(2)]
        let found = try await store.read {
            try await $0.certification(of: person, in: programme, as: role)
        }
        guard let id = found else { return }
        let place = CertificationPlace(id: id, person: person, programme: programme)
        if below(8) == 0 {
            try await apply(.revokeCertification(place, on: day()), store)
        } else if let span = suspended.removeValue(forKey: id) {
            let from = span.from.adding(days: below(60))
            try await apply(.reinstateCertification(place, span, from: from), store)
            // What is left of it may overlap the next one: this one is not suspended again.
            suspended[id] = nil
        } else if !(try await hasSuspensions(id, store)) {
            let span = DateSpan(from: day(), until: nil)
            try await apply(.suspendCertification(place, span), store)
            suspended[id] = span
        }
    }

    private func hasSuspensions(_ id: CertificationID, _ store: Store) async throws -> Bool {
        try await store.read { try await !$0.suspensions(of: id).isEmpty }
    }

    private func apply(_ change: Change, _ store: Store) async throws {
        let people = people
        try await store.write { transaction in
            switch change {
            case .addPolicy, .endPolicy: try await transaction.lockPolicy()
            default: _ = try await transaction.lock(people)
            }
            _ = try await transaction.apply(change)
            _ = try await transaction.recomputeStanding(after: change, on: Self.firstDay)
            return .commit(())
        }
    }

    private mutating func below(_ limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &generator)
    }

    private mutating func programme() -> ProgrammeCode {
        Self.programmes[below(Self.programmes.count)]
    }

    private mutating func day() -> CivilDate { Self.firstDay.adding(days: below(1_500)) }

    private mutating func days() -> DateSpan {
        let first = day()
        return DateSpan(from: first, until: first.adding(days: below(40)))
    }
}
