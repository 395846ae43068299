import NIOCore

/// The time in which replies are counted; after it nothing is asked any more.
struct LoadWindow: Sendable {
    var from: NIODeadline
    var until: NIODeadline

    func contains(_ time: NIODeadline) -> Bool { from <= time && time < until }

    /// For what is asked once, however long it takes.
    private static let longest = TimeAmount.minutes(10)

    /// From now on, as the plan has it.
    init(_ extent: LoadPlan.Extent) {
        switch extent {
        case .time(let warmUp, let measured), .timeWithoutRepeats(let warmUp, let measured):
            from = .now() + warmUp
            until = from + measured
        case .once:
            from = .now()
            until = from + Self.longest
        }
    }
}
