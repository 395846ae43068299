/// Everything that decides the standing of one person in one role of one programme.
///
/// Facts only: no date is "now", nothing is derived, void facts and facts stored *as found* are
/// left out by whoever loads them.
package struct CertificationHistory: Hashable, Sendable {
    /// Last days of the passed trainings that grant the role, awards included.
    package var trainedOn: [CivilDate]
    /// What the person did in the programme, in either role.
    package var activities: [Activity]
    package var suspensions: [DateSpan]
    package var revokedOn: CivilDate?
    /// What the person did in other programmes, in either role.
    package var elsewhere: [Activity]
    /// The days on which the person was trained in another programme, a span for each.
    package var trainedElsewhere: [DateSpan]

    package init(
        trainedOn: [CivilDate] = [], activities: [Activity] = [], suspensions: [DateSpan] = [],
        revokedOn: CivilDate? = nil, elsewhere: [Activity] = [],
        trainedElsewhere: [DateSpan] = []
    ) {
        self.trainedOn = trainedOn
        self.activities = activities
        self.suspensions = suspensions
        self.revokedOn = revokedOn
        self.elsewhere = elsewhere
        self.trainedElsewhere = trainedElsewhere
    }

    package func isRevoked(on date: CivilDate) -> Bool { revokedOn.map { $0 <= date } ?? false }
}

/// A workshop led or a training given.
package struct Activity: Hashable, Sendable {
    /// The last session day of a workshop, the last day of a training.
    package var date: CivilDate
    package var what: What
    /// The workshop or training that it was, where that is known.
    package var course: CourseID?

    package init(date: CivilDate, what: What, course: CourseID? = nil) {
        self.date = date
        self.what = what
        self.course = course
    }

    package enum What: Hashable, Sendable {
        case workshop(mode: String)
        case training(TrainingKind)
    }

    package func counts(among counted: Set<CountedActivity>) -> Bool {
        switch what {
        case .workshop(let mode):
            return counted.contains(.anyWorkshop) || counted.contains(.workshop(mode: mode))
        case .training(let kind): return counted.contains(.training(kind))
        }
    }
}
