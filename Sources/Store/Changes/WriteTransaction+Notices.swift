import Postgres
import Registry
import Schema

extension WriteTransaction {
    func acknowledge(
        _ id: NoticeID, by account: String, owner: String
    ) async throws -> Thing {
        try await run([Query(SQL.noticeAcknowledge, id.number, account, owner)])
        return .notice(id)
    }

    func snooze(_ id: NoticeID, until date: CivilDate, owner: String) async throws -> Thing {
        try await run([Query(SQL.noticeSnooze, id.number, date.postgres, owner)])
        return .notice(id)
    }
}
