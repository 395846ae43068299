/// A row of the table: one figure, or the ratio of two that were measured in turn.
struct Row: Sendable {
    /// Which figure of which side.
    struct Source: Sendable, Hashable {
        var side: String
        var figure: Figure
    }

    enum Figure: String, Sendable {
        case rate = "/s"
        case p50 = "µs, p50"
        case p99 = "µs, p99"
        case seconds = "s"
        case kibibytes = "KiB"
        case mebibytes = "MiB"
    }

    /// As `--only` names it.
    let id: String
    let work: String
    /// What it stands beside; nil where the figure stands alone.
    let beside: String?
    let ours: Source
    let theirs: Source?
    let goal: Goal

    init(
        _ id: String, _ work: String, _ ours: Source, beside: String, _ theirs: Source, _ goal: Goal
    ) {
        (self.id, self.work, self.beside) = (id, work, beside)
        (self.ours, self.theirs, self.goal) = (ours, theirs, goal)
    }

    init(_ id: String, _ work: String, _ ours: Source, _ goal: Goal) {
        (self.id, self.work, self.ours, self.goal) = (id, work, ours, goal)
        (beside, theirs) = (nil, nil)
    }
}
