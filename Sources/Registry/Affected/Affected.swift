/// Something that stood on a fact that was changed, and stands no more as it did.
package struct Affected: Hashable, Sendable {
    package var what: What
    /// The courses, affected themselves, whose loss would do it; empty where the change itself
    /// does.
    package var through: [CourseID] = []

    package init(_ what: What, through: [CourseID] = []) {
        self.what = what
        self.through = through
    }

    package enum What: Hashable, Sendable {
        /// A course would be refused now, by this rule, that was not broken before.
        case course(CourseID, Reason)
        case standing(AffectedStanding)
        case verdict(AffectedVerdict)
    }

    package var course: CourseID? {
        if case .course(let id, _) = what { return id }
        return nil
    }
}

/// A certification that amounts to something else today.
package struct AffectedStanding: Hashable, Sendable {
    package var person: PersonID
    package var programme: ProgrammeCode
    package var role: Role
    package var was: StandingState
    package var state: StandingState
    package var currentUntil: CivilDate?
}

/// An organisation that may do something today that it might not, or the other way round. What
/// did not change is nil.
package struct AffectedVerdict: Hashable, Sendable {
    package var place: VerdictPlace
    package var mayOffer: Bool?
    package var mayTrain: Bool?
    /// The rules that refuse now.
    package var codes: [RuleCode]
}
