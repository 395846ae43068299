import Postgres
import Registry
import Schema

extension WriteTransaction {
    func acknowledge(_ id: NoticeID, by account: String) async throws -> Thing {
        try await run([Query(SQL.noticeAcknowledge, id.number, account)])
        return .notice(id)
    }
}
