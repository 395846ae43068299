/// The question of `check trainee`: may this person attend such a training on this day?
package struct TraineeRequest: Hashable, Sendable {
    package var person: PersonID
    package var programme: Programme
    package var kind: TrainingKind
    package var on: CivilDate

    package init(person: PersonID, programme: Programme, kind: TrainingKind, on: CivilDate) {
        self.person = person
        self.programme = programme
        self.kind = kind
        self.on = on
    }

    /// Judges the person by the rules that a training of one day, `on`, would ask of an attendee.
    ///
    /// - Parameters:
    ///   - record: nil is a person without a record.
    ///   - programmes: those that the programme's prerequisites name.
    package func judge(
        record: PersonRecord?, programmes: [ProgrammeCode: Programme], policy: Policy
    ) -> Judgement {
        let person = record ?? PersonRecord(id: person)
        let broken = rules(programmes: programmes, policy: policy).reasons(for: [person])
        return Judgement(broken, policy: policy, on: on)
    }

    func rules(programmes: [ProgrammeCode: Programme], policy: Policy) -> AttendeeRules {
        AttendeeRules(
            programme: programme, kind: kind, span: DateSpan(from: on, until: on),
            programmes: programmes, policy: policy)
    }
}
