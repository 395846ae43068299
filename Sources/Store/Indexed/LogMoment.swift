import Postgres
import Schema

/// A moment of the database: which transactions had ended then.
///
/// What was committed between two moments is found by it exactly, in whatever order serials were
/// given and transactions ended.
package struct LogMoment: Sendable, Equatable {
    /// As PostgreSQL writes a `pg_snapshot`: `xmin:xmax:xip,…`.
    let text: String

    /// Every transaction below this number had ended.
    package var horizon: Int64 {
        Int64(text.prefix { $0 != ":" }) ?? 0
    }

    /// Before everything.
    static let origin = LogMoment(text: "1:1:")
}

/// What was recorded between two moments.
package struct LogNews: Sendable {
    package var moment: LogMoment
    /// The serials, ascending.
    package var serials: [Int64] = []
    package var concern = Concern()
}

extension Store {
    /// The present moment, and whether anything was recorded since the other one. One statement of
    /// its own.
    package func moment(
        after other: LogMoment
    ) async throws -> (moment: LogMoment, hasNews: Bool) {
        let result = try await pool.query(Query(SQL.logMoment, other.text))
        guard let row = result.first else { throw StoreError.unreadable("moment") }
        return (
            LogMoment(text: try row.decode(0, as: String.self)), try row.decode(1, as: Bool.self)
        )
    }
}

extension Snapshot {
    /// The moment of the snapshot.
    package func moment() async throws -> LogMoment {
        guard let row = try await rows(SQL.logMoment, LogMoment.origin.text).first else {
            throw StoreError.unreadable("moment")
        }
        return LogMoment(text: try row.decode(0, as: String.self))
    }

    /// What was recorded since the other moment, page by page.
    package func news(since other: LogMoment) async throws -> LogNews {
        var news = LogNews(moment: try await moment())
        while true {
            let rows = try await rows(
                SQL.logSince, other.text, news.serials.last ?? 0, EventLimits.inPage)
            for row in rows {
                var columns = Columns(row)
                news.serials.append(try columns.value())
                news.concern.add(
                    command: try columns.value(), thing: try columns.value(),
                    lines: [try columns.value(), try columns.value()])
            }
            if rows.count < EventLimits.inPage { return news }
        }
    }

    /// Where in the log whoever begins to follow it now may begin: all up to there is settled; with
    /// what there is after it.
    package func logStart() async throws -> (follower: EventFollower, serials: [Int64]) {
        let tail = try await sealedTail().serial
        var serials: [Int64] = []
        while true {
            let rows = try await rows(
                SQL.eventSerials, serials.last ?? tail, EventLimits.inPage)
            serials += try rows.map { try $0.decode(0, as: Int64.self) }
            if rows.count < EventLimits.inPage { break }
        }
        return (EventFollower(after: tail), serials)
    }
}
