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
