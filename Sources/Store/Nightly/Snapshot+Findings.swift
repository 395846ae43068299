import Postgres
package import Registry
import Schema

extension Snapshot {
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
