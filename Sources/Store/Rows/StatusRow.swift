import Postgres
package import Registry
import Schema

/// What the database tells of itself and of the registry's work.
package struct StatusRow: Sendable, Equatable {
    package var serverVersion: String
    package var isReadOnly: Bool
    /// How much room the database takes, in bytes.
    package var size: Int64
    package var migration: Int
    /// The last business date that the nightly run finished.
    package var finished: CivilDate?
    /// Notices neither acknowledged nor withdrawn.
    package var openNotices: Int
    /// The business date whose run made the oldest of them.
    package var oldestNotice: CivilDate?
    /// Messages that are still to be sent, or sent again.
    package var waitingDeliveries: Int
    /// Messages that were given up.
    package var undeliverable: Int
    /// The serial of the newest event, 0 where there is none.
    package var serial: Int
    /// Events that no block seals yet.
    package var unsealed: Int
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
            size: try columns.value(), migration: try columns.value(),
            finished: try columns.optionalDate(), openNotices: try columns.value(),
            oldestNotice: try columns.optionalDate(), waitingDeliveries: try columns.value(),
            undeliverable: try columns.value(), serial: try columns.value(),
            unsealed: try columns.value())
    }
}
