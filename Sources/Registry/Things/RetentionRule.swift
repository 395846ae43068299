/// How a certification is kept: in each window after the anchor, one activity that counts.
///
/// A row of policy with effective dates (registry contract, "Is person X authorised", 2).
package struct RetentionRule: Hashable, Sendable, Effective {
    package var role: Role
    /// `delivery`, `activity`, `leader-training` and so on.
    package var name: String
    /// Months of the first window, at least 1.
    package var firstMonths: Int
    /// Months of every later window, at least 1.
    package var laterMonths: Int
    package var countsFirst: Set<CountedActivity>
    package var countsLater: Set<CountedActivity>
    package var effective: DateSpan
    /// Where the row comes from, for `explain`.
    package var source: String

    package init(
        role: Role, name: String, firstMonths: Int, laterMonths: Int,
        countsFirst: Set<CountedActivity>, countsLater: Set<CountedActivity>, effective: DateSpan,
        source: String
    ) {
        self.role = role
        self.name = name
        self.firstMonths = max(1, firstMonths)
        self.laterMonths = max(1, laterMonths)
        self.countsFirst = countsFirst
        self.countsLater = countsLater
        self.effective = effective
        self.source = source
    }
}

/// A kind of activity that a retention rule counts.
package enum CountedActivity: Hashable, Sendable {
    /// A workshop led in the mode of this name; `workshop:in-person`.
    case workshop(mode: String)
    /// A workshop led in any mode; `workshop:any`.
    case anyWorkshop
    /// A training of this kind given; `training:leader`.
    case training(TrainingKind)

    /// Reads the form shown above; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "workshop": self = parts[1] == "any" ? .anyWorkshop : .workshop(mode: parts[1])
        case "training":
            guard let kind = TrainingKind(rawValue: parts[1]) else { return nil }
            self = .training(kind)
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .workshop(let mode): return "workshop:\(mode)"
        case .anyWorkshop: return "workshop:any"
        case .training(let kind): return "training:\(kind.rawValue)"
        }
    }
}
