import Postgres
package import Registry
import Schema

/// A business date that was run, or whose run was begun.
package struct RunRow: Sendable, Equatable {
    package var on: CivilDate
    /// How many notices it announced; nil while it is not finished.
    package var items: Int?
    /// Moments, ISO 8601 in UTC.
    package var started: String
    package var finished: String?
}

extension Snapshot {
    /// Runs, the latest first, those before `date` where one is given.
    package func runs(before date: CivilDate?, limit: Int) async throws -> [RunRow] {
        try await rows(SQL.expiryRunList, date.postgres, limit).map { row in
            var columns = Columns(row)
            return RunRow(
                on: try columns.date(), items: try columns.value(), started: try columns.value(),
                finished: try columns.value())
        }
    }

    /// How far the runs are, seen from `date`.
    package func runs(around date: CivilDate) async throws -> RunsAround {
        guard let row = try await rows(SQL.expiryRunsAround, date.postgres).first else {
            throw StoreError.unreadable("run")
        }
        var columns = Columns(row)
        return RunsAround(
            date: date, isFinished: try columns.value(), previous: try columns.optionalDate(),
            begun: try columns.optionalDate(), isLatest: try columns.value())
    }
}

/// How far the runs are, seen from a business date.
package struct RunsAround: Sendable, Equatable {
    package var date: CivilDate
    package var isFinished: Bool
    /// The latest finished date before it.
    package var previous: CivilDate?
    /// The earliest date before it whose run was begun.
    package var begun: CivilDate?
    /// No later date is finished: the verdicts that the runs left are of the date before it.
    package var isLatest: Bool

    /// The first date that a run of `date` has to run: every missing one since the last finished
    /// comes first. Where none is finished there is nothing to catch up but what was begun.
    package var first: CivilDate { previous?.next ?? begun ?? date }

    /// The date with whose verdicts those of `date` are compared when every missing date before
    /// it has been run; nil where there is none.
    package var compared: CivilDate? { first < date ? date.previous : previous }
}
