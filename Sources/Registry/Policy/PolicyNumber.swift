/// A number of policy with the days on which it holds.
package struct PolicyNumber: Hashable, Sendable, PolicyEntry {
    package var id: PolicyID
    package var name: Name
    /// One number for all but the ladder, whose rungs are given in any order.
    package var values: [Int]
    package var effective: DateSpan
    package var source: String

    package init(
        id: PolicyID = PolicyID(0), name: Name, values: [Int], effective: DateSpan,
        source: String = ""
    ) {
        self.id = id
        self.name = name
        self.values = values
        self.effective = effective
        self.source = source
    }

    package func supersedes(_ other: Self) -> Bool { name == other.name && isLater(than: other) }

    package enum Name: String, Hashable, CaseIterable, Sendable {
        /// Months of a licence granted without an `until` (36).
        case licenceTermMonths = "licence-term-months"
        /// Days after an annual report's due date before it is overdue (none stated: 0).
        case reportGraceDays = "report-grace-days"
        /// Months after the anchor before a refresher may be taken (12).
        case refresherAfterMonths = "refresher-after-months"
        /// Months after a refresher before the next (24).
        case refresherEveryMonths = "refresher-every-months"
        /// Fewest trainers of a leader, cross or master training (2).
        case trainersOfTraining = "trainers-of-training"
        /// Fewest trainers of a refresher or update (1).
        case trainersOfRefresher = "trainers-of-refresher"
        /// Days before an end at which a notice is due (90, 60, 30, 7).
        case expiryLadderDays = "expiry-ladder-days"
    }
}

extension PolicyNumber.Name {
    /// The values that make sense: months and days up to a hundred years, trainers up to a hundred.
    package var range: ClosedRange<Int> {
        switch self {
        case .licenceTermMonths, .refresherAfterMonths, .refresherEveryMonths: 0...1_200
        case .reportGraceDays, .expiryLadderDays: 0...36_525
        case .trainersOfTraining, .trainersOfRefresher: 0...100
        }
    }

    /// How many values a row may have.
    package var mostValues: Int { self == .expiryLadderDays ? 20 : 1 }
}
