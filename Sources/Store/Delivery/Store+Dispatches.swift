import Postgres
package import Registry
import Schema

extension Store {
    /// Takes at most `limit` of what is due over `channels`, for as long as `lease`: nobody else
    /// takes it meanwhile, and if its taker dies it is due again after that.
    package func takeDispatches(
        over channels: Set<Dispatch.Channel>, lease: Duration, limit: Int
    ) async throws -> [Dispatch] {
        let names = channels.map(\.rawValue).sorted()
        return try await write { transaction in
            let rows = try await transaction.snapshot.rows(
                SQL.dispatchTake, names, lease / .seconds(1), limit)
            let taken = try rows.map { row in
                var columns = Columns(row)
                return Dispatch(
                    number: try columns.value(), channel: try columns.word(),
                    organisation: try columns.optionalID(), on: try columns.date(),
                    message: try columns.value(), made: try columns.value(),
                    attempt: try columns.value())
            }
            return .commit(taken)
        }
    }

    /// What a message tells on `today`. What has become moot since its run is withdrawn first, and
    /// not told.
    package func content(
        of dispatch: Dispatch, on today: CivilDate, limit: Int
    ) async throws -> DispatchContent {
        try await write { transaction in
            let snapshot = transaction.snapshot
            _ = try await snapshot.rows(SQL.dispatchWithdraw, today.postgres, dispatch.number)
            return .commit(try await snapshot.content(of: dispatch, on: today, limit: limit))
        }
    }

    /// Says what came of an attempt: an outcome, or none and a wait before the next one.
    ///
    /// - Parameter fault: what kept it from being delivered, in a word that names nobody.
    package func settle(
        _ dispatch: Dispatch, _ outcome: Dispatch.Outcome?, fault: String? = nil,
        wait: Duration = .zero
    ) async throws {
        try await write { transaction in
            try await transaction.run([
                Query(
                    SQL.dispatchSettle, dispatch.number, dispatch.attempt, outcome?.rawValue,
                    wait / .seconds(1), fault)
            ])
            return .commit(())
        }
    }
}

extension Snapshot {
    fileprivate func content(
        of dispatch: Dispatch, on today: CivilDate, limit: Int
    ) async throws -> DispatchContent {
        let found = try await rows(
            SQL.dispatchNotices, dispatch.number, today.postgres, limit)
        let count = try found.first?.decode(1, as: Int.self) ?? 0
        let notices = try await notices(
            try found.map { NoticeID(try $0.decode(0, as: Int64.self)) }, on: today)
        var content = DispatchContent(notices: notices, count: count, recipient: nil, names: [:])
        var organisations = Set<OrganisationID>()
        var people = Set<PersonID>()
        if let organisation = dispatch.organisation { organisations.insert(organisation) }
        for finding in notices.map(\.finding) {
            if case .organisation(let id) = finding.about { organisations.insert(id) }
            if case .person(let id) = finding.about { people.insert(id) }
            if let id = finding.organisation { organisations.insert(id) }
        }
        for row in try await self.organisations(organisations.sorted()) {
            content.names[.organisation(row.id)] = row.name
            if row.id == dispatch.organisation { content.recipient = row }
        }
        for row in try await self.people(people.sorted()) {
            content.names[.person(row.id)] = row.name
        }
        return content
    }
}
