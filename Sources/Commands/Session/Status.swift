import AdminProtocol
import Index
import Registry
import Store

struct Status: SessionCommand {
    static let spec = CommandSpec(
        ["status"], "Tells how the daemon and its database are.", example: "status")
    static let audience: Set<AccountRole> = [.auditor, .administrator, .operator]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {}

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let status = try await surroundings.store.read { try await $0.status() }
        var line = DataLine("status")
        line.add("version", text: surroundings.version)
        line.add("timezone", text: surroundings.timezone)
        line.add("today", date: context.today)
        line.add("sessions", integer: surroundings.sessions())
        line.add("log-ins-refused", integer: surroundings.logIns.refused)
        line.add("checks-from", word: surroundings.index.answers ? "memory" : "database")
        line.add(status, isEmbedded: surroundings.databaseIsEmbedded, today: context.today)
        return Reply([line])
    }
}

extension DataLine {
    fileprivate mutating func add(_ status: StatusRow, isEmbedded: Bool, today: CivilDate) {
        add("database", text: "PostgreSQL \(status.serverVersion)")
        add("database-is", word: isEmbedded ? "embedded" : "given")
        add("database-bytes", integer: status.size)
        add("read-only", boolean: status.isReadOnly)
        add("migration", integer: status.migration)
        add("last-run", date: status.finished)
        add("days-behind", integer: status.finished.map { today.days(since: $0) })
        add("notices-open", integer: status.openNotices)
        add("notices-since", date: status.oldestNotice)
        add("deliveries-waiting", integer: status.waitingDeliveries)
        add("undeliverable", integer: status.undeliverable)
        add("serial", integer: status.serial)
        add("unsealed", integer: status.unsealed)
    }
}
