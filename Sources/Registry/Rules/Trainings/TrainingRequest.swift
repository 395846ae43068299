/// A training that someone wants recorded.
package struct TrainingRequest: Hashable, Sendable {
    package var programme: Programme
    package var kind: TrainingKind
    /// Nil leaves the choice to the registry.
    package var format: String?
    /// First and last day.
    package var first: CivilDate
    package var last: CivilDate
    /// Nil counts the calendar days from the first to the last.
    package var days: HalfDays?
    package var organisation: OrganisationFacts
    package var language: String?
    package var trainers: [PersonID]
    package var passed: [PersonID]
    package var failed: [PersonID]
    /// Rules that an administrator sets aside, where they are waivable.
    package var waiving: Set<RuleCode> = []

    package init(
        programme: Programme, kind: TrainingKind, format: String? = nil, first: CivilDate,
        last: CivilDate, days: HalfDays? = nil, organisation: OrganisationFacts,
        language: String? = nil, trainers: [PersonID], passed: [PersonID],
        failed: [PersonID] = []
    ) {
        self.programme = programme
        self.kind = kind
        self.format = format
        self.first = first
        self.last = last
        self.days = days
        self.organisation = organisation
        self.language = language
        self.trainers = trainers
        self.passed = passed
        self.failed = failed
    }

    package var span: DateSpan { DateSpan(from: first, until: last) }

    /// Everyone who attended, each once, whatever the outcome.
    package var attendees: Set<PersonID> { Set(passed).union(failed) }

    /// The days given, else the calendar days.
    package var resolvedDays: HalfDays {
        days ?? HalfDays(calendarDaysFrom: first, to: last)
    }

    /// The same training without these attendees, for `skip-refused`.
    package func leavingOut(_ attendees: Set<PersonID>) -> TrainingRequest {
        var rest = self
        rest.passed.removeAll(where: attendees.contains)
        rest.failed.removeAll(where: attendees.contains)
        return rest
    }
}

/// What is decided about a training.
package struct TrainingVerdict: Hashable, Sendable {
    package var judgement: Judgement
    /// The host's licence that serves on the first day.
    package var licence: LicenceID?
    /// The format given or chosen; nil when the programme does not offer it.
    package var format: String?
    package var days: HalfDays

    package init(
        judgement: Judgement, licence: LicenceID? = nil, format: String? = nil, days: HalfDays
    ) {
        self.judgement = judgement
        self.licence = licence
        self.format = format
        self.days = days
    }

    /// The attendees against whom a refusing reason stands: those that `skip-refused` leaves out.
    package var refusedAttendees: Set<PersonID> {
        Set(judgement.reasons.filter(\.code.concernsAttendee).compactMap(\.person))
    }
}

extension RuleCode {
    /// Whether its `person` is an attendee of a training.
    package var concernsAttendee: Bool {
        switch self {
        case .trainerAttends, .prerequisiteMissing, .notALeader, .refresherTooEarly,
            .refresherRepeated, .neverTrained, .certificationRevoked, .duplicateTraining:
            return true
        default: return false
        }
    }
}
