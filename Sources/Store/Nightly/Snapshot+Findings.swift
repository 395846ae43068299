import Postgres
package import Registry
import Schema

extension Snapshot {
    /// What a run of `date` would announce by the rules of `family`, if every date from `first` on
    /// that lies before it were run first. Verdicts are judged, not searched: none here.
    package func findings(
        of family: FindingFamily, on date: CivilDate, first: CivilDate
    ) async throws -> [Finding] {
        guard family != .verdicts else { return [] }
        let rows = try await transaction.query(family.search(on: date, first: first)).rows
        return try rows.compactMap { row in
            var columns = Columns(row)
            let finding = try columns.finding()
            return try columns.value(Bool.self) ? nil : finding
        }
    }

    /// What the run of `date` announced so far, withdrawn or not, in order: what follows `item`.
    package func announced(
        on date: CivilDate, after item: Finding?, limit: Int
    ) async throws -> [Finding] {
        let numbers = item?.numbers
        let rows = try await rows(
            SQL.expiryItems, date.postgres, NoticeRule.allCases.map(\.rawValue),
            item?.rule.place ?? 0, numbers?.licence ?? 0, numbers?.person ?? 0,
            numbers?.organisation ?? 0, item?.programme?.text ?? "", item?.role?.rawValue ?? "",
            item?.until.postgres, limit)
        return try rows.map { row in
            var columns = Columns(row)
            return try columns.finding()
        }
    }
}
