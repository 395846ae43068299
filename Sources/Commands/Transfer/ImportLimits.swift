/// What an import may hold and how it goes about it, all in one place.
package enum ImportLimits {
    /// Rows that are judged and stored together: enough that a round trip is nothing beside the
    /// work, few enough that they take little memory.
    static let batchRows = 2_000
    /// Bytes read from the kept file at once.
    static let pieceBytes = 256 * 1_024
    /// Rows that one batch takes from pieces of long rows: the bound in memory is this many pieces.
    static let batchPieces = 4
    /// Lines of a reply that are kept with a `request=` token; of more, the first.
    static let keptLines = 10_000
    /// How often a long import says how far it is.
    static let progressInterval: Duration = .seconds(1)
}
