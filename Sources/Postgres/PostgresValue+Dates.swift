/// A `date`, as days since 1970-01-01.
///
/// PostgreSQL's `infinity` and `-infinity` are refused when read: the registry says "no end" by
/// NULL.
package struct PostgresDate: Sendable, Hashable, Comparable {
    package var daysSince1970: Int32

    package init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

/// A `timestamptz`, as microseconds since 1970-01-01 00:00 UTC; infinities are refused when read.
package struct PostgresTimestamp: Sendable, Hashable, Comparable {
    package var microsecondsSince1970: Int64

    package init(microsecondsSince1970: Int64) {
        self.microsecondsSince1970 = microsecondsSince1970
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }
}

/// PostgreSQL counts from 2000-01-01.
private let daysFrom1970To2000: Int32 = 10_957
private let microsecondsFrom1970To2000: Int64 = 946_684_800_000_000

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.date }

    /// A day too early for PostgreSQL's count is sent as `-infinity`'s neighbour, which the server
    /// refuses as out of range.
    package func encode(into buffer: inout ParameterBuffer) {
        let (days, overflow) = daysSince1970.subtractingReportingOverflow(daysFrom1970To2000)
        buffer.append(overflow ? Int32.min + 1 : days)
    }

    package init(_ cell: PostgresCell) throws(PostgresError) {
        let wanted = "a finite date"
        guard cell.type == PostgresType.date, !cell.isText else { throw cell.failure(wanted) }
        let days = try cell.integer(Int32.self, wanted)
        let (since1970, overflow) = days.addingReportingOverflow(daysFrom1970To2000)
        guard days != .min, days != .max, !overflow else { throw cell.failure(wanted) }
        daysSince1970 = since1970
    }
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.timestamptz }

    package func encode(into buffer: inout ParameterBuffer) {
        let (since2000, overflow) = microsecondsSince1970.subtractingReportingOverflow(
            microsecondsFrom1970To2000)
        buffer.append(overflow ? Int64.min + 1 : since2000)
    }

    package init(_ cell: PostgresCell) throws(PostgresError) {
        let wanted = "a finite timestamptz"
        guard cell.type == PostgresType.timestamptz, !cell.isText else {
            throw cell.failure(wanted)
        }
        let since2000 = try cell.integer(Int64.self, wanted)
        let (since1970, overflow) = since2000.addingReportingOverflow(microsecondsFrom1970To2000)
        guard since2000 != .min, since2000 != .max, !overflow else { throw cell.failure(wanted) }
        microsecondsSince1970 = since1970
    }
}
