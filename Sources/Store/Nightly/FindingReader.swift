import Postgres
package import Registry
import Schema

/// Reads page by page, in order, what a run of a date would announce by the rules of a family, if
/// every missing date before it were run first. One at a time in a transaction. Verdicts are
/// judged, not searched: none here.
package struct FindingReader: Sendable {
    private let snapshot: Snapshot
    private let isSearched: Bool

    /// - Parameter first: the first date not yet run.
    package init(
        _ snapshot: Snapshot, of family: FindingFamily, on date: CivilDate, first: CivilDate
    ) async throws {
        self.snapshot = snapshot
        isSearched = family != .verdicts
        guard isSearched else { return }
        _ = try await snapshot.transaction.query(family.search(on: date, first: first))
    }

    /// The next page; nil at the end.
    package func next() async throws -> [Finding]? {
        guard isSearched else { return nil }
        let rows = try await snapshot.rows(SQL.previewNext)
        if rows.isEmpty {
            _ = try await snapshot.rows(SQL.previewClose)
            return nil
        }
        return try rows.map { row in
            var columns = Columns(row)
            return try columns.finding()
        }
    }
}
