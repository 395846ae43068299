/// What was measured for a row, round by round.
struct RowResult: Sendable {
    let row: Row
    let ours: [Double]
    let theirs: [Double]?

    init(_ row: Row, ours: [Double], theirs: [Double]?) {
        self.row = row
        self.ours = ours
        self.theirs = theirs
    }

    /// What is held against the goal, round by round: the ratio, or our figure alone.
    var judged: [Double] {
        guard let theirs else { return ours }
        return zip(ours, theirs).map { $0 / $1 }
    }

    var isReached: Bool? { row.goal.isReached(by: Self.median(judged)) }

    /// The middle one, of an even number the mean of the two in the middle; 0 of none.
    static func median(_ figures: [Double]) -> Double {
        let sorted = figures.sorted()
        guard let last = sorted.last else { return 0 }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 || sorted.count == 0 { return sorted[middle] }
        return middle == 0 ? last : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
