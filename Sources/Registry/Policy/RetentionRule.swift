/// How a certification is kept: in each window after the anchor, one activity that counts.
///
/// A row of policy with effective dates (registry contract, "Is person X authorised", 2). A row of
/// an organisation is an overlay: it holds for that organisation, beside those for everyone.
package struct RetentionRule: Hashable, Sendable, PolicyEntry {
    package var id: PolicyID
    /// Nil concerns every programme that has no row of this name of its own.
    package var programme: ProgrammeCode?
    /// Nil concerns everyone.
    package var organisation: OrganisationID?
    package var role: Role
    /// `delivery`, `activity`, `leader-training` and so on.
    package var name: String
    /// Months of the first window, at least 1.
    package var firstMonths: Int
    /// Months of every later window, at least 1.
    package var laterMonths: Int
    package var countsFirst: Set<CountedActivity>
    package var countsLater: Set<CountedActivity>
    /// In which programmes an activity counts.
    package var countsIn: Reach
    /// Nil concerns people however many programmes they are trained in.
    package var trainedIn: TrainedIn?
    package var effective: DateSpan
    /// Where the row comes from, for `explain`.
    package var source: String

    package init(
        id: PolicyID = PolicyID(0), programme: ProgrammeCode? = nil,
        organisation: OrganisationID? = nil, role: Role, name: String, firstMonths: Int,
        laterMonths: Int, countsFirst: Set<CountedActivity>, countsLater: Set<CountedActivity>,
        countsIn: Reach = .same, trainedIn: TrainedIn? = nil, effective: DateSpan, source: String
    ) {
        self.id = id
        self.programme = programme
        self.organisation = organisation
        self.role = role
        self.name = name
        self.firstMonths = max(1, firstMonths)
        self.laterMonths = max(1, laterMonths)
        self.countsFirst = countsFirst
        self.countsLater = countsLater
        self.countsIn = countsIn
        self.trainedIn = trainedIn
        self.effective = effective
        self.source = source
    }

    /// Of rows of one role, name and organisation a programme's own governs it in place of those
    /// for all programmes, and else the later one.
    package func supersedes(_ other: Self) -> Bool {
        guard role == other.role, name == other.name, organisation == other.organisation else {
            return false
        }
        if (programme == nil) != (other.programme == nil) { return programme != nil }
        return programme == other.programme && isLater(than: other)
    }

    /// Whether what a person does in other programmes matters to it.
    package var reachesAcross: Bool { countsIn == .any || trainedIn != nil }

    /// Whether it concerns a person who is, or is not, trained in another programme too.
    func concerns(trainedElsewhere: Bool) -> Bool {
        switch trainedIn {
        case nil: true
        case .one: !trainedElsewhere
        case .several: trainedElsewhere
        }
    }

    /// In which programmes an activity counts.
    package enum Reach: String, Hashable, CaseIterable, Sendable {
        /// The programme of the certification.
        case same
        /// Whichever programme it was in.
        case any
    }

    /// In how many programmes a person must be trained for the row to concern them.
    package enum TrainedIn: String, Hashable, CaseIterable, Sendable {
        case one, several
    }
}
