/// What one person did in one programme: all that decides the standing in both roles.
package struct ProgrammeRecord: Hashable, Sendable {
    package var passed: [PassedTraining]
    package var activities: [Activity]
    package var marks: [Role: CertificationMarks]

    package init(
        passed: [PassedTraining] = [], activities: [Activity] = [],
        marks: [Role: CertificationMarks] = [:]
    ) {
        self.passed = passed
        self.activities = activities
        self.marks = marks
    }

    /// The facts that decide the standing in `role`.
    package func history(as role: Role) -> CertificationHistory {
        CertificationHistory(
            trainedOn: passed.filter { $0.kind.grants == role }.map(\.lastDay),
            activities: activities, suspensions: marks[role]?.suspensions ?? [],
            revokedOn: marks[role]?.revokedOn)
    }

    /// The days on which the person counts as trained in the programme, a span for each role: from
    /// the first training that grants it, lapsed or not, until a revocation.
    var trainedSpans: [DateSpan] {
        Role.allCases.compactMap { role in
            let days = passed.filter { $0.kind.grants == role }.map(\.lastDay)
            guard let first = days.min() else { return nil }
            guard let revokedOn = marks[role]?.revokedOn else {
                return DateSpan(from: first, until: nil)
            }
            return revokedOn > first ? DateSpan(from: first, until: revokedOn.previous) : nil
        }
    }

    /// Whether the certification in `role` is revoked on or before `date`.
    package func isRevoked(_ role: Role, on date: CivilDate) -> Bool {
        marks[role]?.revokedOn.map { $0 <= date } ?? false
    }
}

/// A training that a person passed and that is not void.
///
/// A training given elsewhere and recognised by an award is one of kind `leader` or `master` whose
/// only day is the day of training.
package struct PassedTraining: Hashable, Sendable {
    package var kind: TrainingKind
    package var span: DateSpan
    /// Nil for an award.
    package var training: TrainingID?

    package init(kind: TrainingKind, span: DateSpan, training: TrainingID? = nil) {
        self.kind = kind
        self.span = span
        self.training = training
    }

    package var lastDay: CivilDate { span.until ?? span.from }
}

/// What was decided about a certification, apart from what the person did.
package struct CertificationMarks: Hashable, Sendable {
    package var suspensions: [DateSpan]
    package var revokedOn: CivilDate?

    package init(suspensions: [DateSpan] = [], revokedOn: CivilDate? = nil) {
        self.suspensions = suspensions
        self.revokedOn = revokedOn
    }
}
