/// A workshop that someone wants recorded.
package struct WorkshopRequest: Hashable, Sendable {
    package var programme: Programme
    package var organisation: OrganisationFacts
    package var mode: String
    package var language: String?
    /// First and last session day.
    package var first: CivilDate
    package var last: CivilDate
    package var sessions: Int
    /// Minutes of a session; nil means those of the programme.
    package var minutes: Int?
    package var leaders: [PersonID]
    package var enrolled: Int?
    package var completers: Int?
    /// Rules that an administrator sets aside, where they are waivable.
    package var waiving: Set<RuleCode> = []

    package init(
        programme: Programme, organisation: OrganisationFacts, mode: String = "in-person",
        language: String? = nil, first: CivilDate, last: CivilDate, sessions: Int,
        minutes: Int? = nil, leaders: [PersonID], enrolled: Int? = nil, completers: Int? = nil
    ) {
        self.programme = programme
        self.organisation = organisation
        self.mode = mode
        self.language = language
        self.first = first
        self.last = last
        self.sessions = sessions
        self.minutes = minutes
        self.leaders = leaders
        self.enrolled = enrolled
        self.completers = completers
    }

    package var span: DateSpan { DateSpan(from: first, until: last) }
}

/// What is decided about a workshop.
package struct WorkshopVerdict: Hashable, Sendable {
    package var judgement: Judgement
    /// The organisation's licence that serves on the first day.
    package var licence: LicenceID?

    package init(judgement: Judgement, licence: LicenceID? = nil) {
        self.judgement = judgement
        self.licence = licence
    }
}
