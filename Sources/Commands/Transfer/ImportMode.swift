/// How much of a file an import stores.
enum ImportMode: String, Sendable, CaseIterable {
    /// All or nothing, in one transaction.
    case atomic
    /// Whatever is not refused, batch by batch; what was stored stays where the rest fails.
    case bestEffort = "best-effort"
    /// Nothing: everything is done and taken back.
    case validate
}
