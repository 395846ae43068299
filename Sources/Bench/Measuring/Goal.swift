/// What a figure has to reach.
enum Goal: Sendable, Equatable {
    case atLeast(Double)
    case atMost(Double)
    /// Only told: there is nothing to reach.
    case none

    func isReached(by figure: Double) -> Bool? {
        switch self {
        case .atLeast(let limit): figure >= limit
        case .atMost(let limit): figure <= limit
        case .none: nil
        }
    }

    var text: String {
        switch self {
        case .atLeast(let limit): "≥ \(Decimals.text(limit))"
        case .atMost(let limit): "≤ \(Decimals.text(limit))"
        case .none: "–"
        }
    }
}
