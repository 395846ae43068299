/// The rules of a training that concern one attendee each.
///
/// `training record` asks them of every attendee, `check trainee` of one person.
struct AttendeeRules {
    var programme: Programme
    var kind: TrainingKind
    /// First to last day of the training.
    var span: DateSpan
    /// The programmes that the prerequisites name.
    var programmes: [ProgrammeCode: Programme]
    var policy: Policy

    var first: CivilDate { span.from }

    /// What is broken, rule by rule in the contract's order and within a rule in the order given.
    func reasons(for people: [PersonRecord]) -> [Reason] {
        let rules: [(PersonRecord) -> Reason?] = [
            prerequisiteMissing, notALeader, refresherTooEarly, refresherRepeated, neverTrained,
            certificationRevoked, duplicateTraining,
        ]
        return rules.flatMap { rule in people.compactMap(rule) }
    }

    private func notALeader(_ person: PersonRecord) -> Reason? {
        guard kind == .master else { return nil }
        let state = person.standing(in: programme, as: .leader, on: first).state
        if state.isAuthorised { return nil }
        return reason(
            .notALeader, person, [Reason.Detail("state", .word(state.rawValue))],
            advice: "must be an authorised leader of \(programme.code) on \(first)")
    }

    private func neverTrained(_ person: PersonRecord) -> Reason? {
        guard kind == .refresher || kind == .update, anchorAsLeader(person) == nil else {
            return nil
        }
        return reason(
            .neverTrained, person,
            advice: "must pass a leader or cross training of \(programme.code) by \(first)")
    }

    private func certificationRevoked(_ person: PersonRecord) -> Reason? {
        guard let role = kind.grants, let record = record(of: person),
            record.isRevoked(role, on: first)
        else { return nil }
        return reason(
            .certificationRevoked, person, [Reason.Detail("role", .word(role.rawValue))],
            advice: "has a revoked certification as \(role.rawValue) of \(programme.code) and "
                + "cannot be trained for it")
    }

    private func duplicateTraining(_ person: PersonRecord) -> Reason? {
        let same = record(of: person)?.passed.first {
            $0.kind == kind && $0.span.overlaps(span)
        }
        guard let same else { return nil }
        return reason(
            .duplicateTraining, person,
            [
                Reason.Detail("from", .date(same.span.from)),
                Reason.Detail("until", .date(same.lastDay)),
            ],
            advice: "already passed a \(kind.rawValue) training of \(programme.code) in these days")
    }

    func record(of person: PersonRecord) -> ProgrammeRecord? { person.programmes[programme.code] }

    func anchorAsLeader(_ person: PersonRecord) -> CivilDate? {
        person.standing(in: programme, as: .leader, on: first).anchor
    }

    func reason(
        _ code: RuleCode, _ person: PersonRecord, _ details: [Reason.Detail] = [], advice: String
    ) -> Reason {
        Reason(
            code, person: person.id, details: .programme(programme) + details,
            advice: "\(person.id) \(advice)")
    }
}
