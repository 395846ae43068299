import Postgres
package import Registry
import Schema

/// What the database tells of itself and of the registry's work.
package struct StatusRow: Sendable, Equatable {
    package var serverVersion: String
    package var isReadOnly: Bool
    /// The last business date that the nightly run finished.
    package var finished: CivilDate?
    /// Notices neither acknowledged nor withdrawn.
    package var openNotices: Int
    /// The serial of the newest event, 0 where there is none.
    package var serial: Int
    package var migration: Int
}

extension Snapshot {
    /// How the database is and how far the registry got; one round trip.
    package func status() async throws -> StatusRow {
        guard let row = try await rows(SQL.statusLoad).first else {
            throw StoreError.unreadable("status")
        }
        var columns = Columns(row)
        return StatusRow(
            serverVersion: try columns.value(), isReadOnly: try columns.value(),
            finished: try columns.optionalDate(), openNotices: try columns.value(),
            serial: try columns.value(), migration: try columns.value())
    }
}
