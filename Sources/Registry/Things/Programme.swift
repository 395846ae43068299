/// A self-management programme: how it is delivered, by whom, and under which licence.
///
/// Every programme is a row of data, never code (registry contract, "The shipped catalogue").
package struct Programme: Hashable, Sendable {
    package var code: ProgrammeCode
    package var title: String
    /// Fewest and most sessions; without a most, any number from the fewest on.
    package var sessions: CountRange
    /// Minutes of one session, where the sources state them.
    package var minutes: Int?
    /// The fewest minutes in all.
    package var totalMinutes: Int?
    package var modes: [DeliveryMode]
    package var staffing: Staffing
    /// The types of licence under which it may be offered; empty where none is needed.
    package var licenceTypes: Set<LicenceType>
    /// The fewest authorised leaders an organisation needs to offer it (2, S2).
    package var minLeaders: Int
    /// The fewest authorised master trainers an organisation needs to train in-house (2, S2).
    package var minMasterTrainers: Int
    package var formats: [TrainingFormat]
    package var prerequisites: [Prerequisite]
    /// The retention rules that concern it, for everyone: the baseline.
    package var retention: [RetentionRule]
    /// The stricter retention rules of single organisations.
    package var overlays: [RetentionRule] = []
    /// The experience that single organisations ask for.
    package var experience: [ExperienceRule] = []

    package init(
        code: ProgrammeCode, title: String, sessions: CountRange, minutes: Int? = nil,
        totalMinutes: Int? = nil, modes: [DeliveryMode] = [], staffing: Staffing,
        licenceTypes: Set<LicenceType> = [], minLeaders: Int = 2, minMasterTrainers: Int = 2,
        formats: [TrainingFormat] = [], prerequisites: [Prerequisite] = [],
        retention: [RetentionRule] = []
    ) {
        self.code = code
        self.title = title
        self.sessions = sessions
        self.minutes = minutes
        self.totalMinutes = totalMinutes
        self.modes = modes
        self.staffing = staffing
        self.licenceTypes = licenceTypes
        self.minLeaders = minLeaders
        self.minMasterTrainers = minMasterTrainers
        self.formats = formats
        self.prerequisites = prerequisites
        self.retention = retention
    }

    /// Whether an organisation has rules of its own for it, whatever their days.
    package func hasOverlay(of organisation: OrganisationID) -> Bool {
        overlays.contains { $0.organisation == organisation }
            || experience.contains { $0.organisation == organisation }
    }

    /// The retention rules by which people are judged: the baseline, and for an organisation its
    /// own too. All must hold.
    package func retention(for organisation: OrganisationID?) -> [RetentionRule] {
        guard let organisation else { return retention }
        return retention + overlays.filter { $0.organisation == organisation }
    }

    package var needsLicence: Bool { !licenceTypes.isEmpty }

    /// Whether those who deliver it must be authorised: a programme that nobody is trained in asks
    /// for no authorisation (registry contract, "May organisation O offer programme P").
    package var needsAuthorisation: Bool { !formats.isEmpty }
}

/// A fewest and, where there is one, a most.
package struct CountRange: Hashable, Sendable {
    package var least: Int
    package var most: Int?

    package init(_ least: Int, _ most: Int?) {
        self.least = least
        self.most = most
    }

    package func contains(_ count: Int) -> Bool {
        count >= least && most.map { count <= $0 } ?? true
    }
}

/// A way in which a programme is delivered, such as `in-person`, `virtual` or `toolkit`.
package struct DeliveryMode: Hashable, Sendable {
    package var name: String
    /// Nil where the sources state no group size.
    package var group: CountRange?
    /// How many leaders this mode asks for, where it differs from the programme's number.
    package var leaders: Int?

    package init(name: String, group: CountRange? = nil, leaders: Int? = nil) {
        self.name = name
        self.group = group
        self.leaders = leaders
    }
}

/// Who delivers a programme.
package enum Staffing: Hashable, Sendable {
    /// So many leaders, of whom so many live with the condition.
    case leaders(Int, peers: Int)
    /// Each of these professions, in this order of mention.
    case professions([String])
}

/// A form in which a kind of training is given.
package struct TrainingFormat: Hashable, Sendable {
    package var kind: TrainingKind
    package var name: String
    package var shortest: HalfDays
    package var longest: HalfDays

    package init(kind: TrainingKind, name: String, shortest: HalfDays, longest: HalfDays) {
        self.kind = kind
        self.name = name
        self.shortest = shortest
        self.longest = longest
    }
}
