import AdminProtocol
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
        line.add("database", text: "PostgreSQL \(status.serverVersion)")
        line.add("read-only", boolean: status.isReadOnly)
        line.add("migration", integer: status.migration)
        line.add("timezone", text: surroundings.timezone)
        line.add("today", date: context.today)
        line.add("last-run", date: status.finished)
        line.add("days-behind", integer: status.finished.map { context.today.days(since: $0) })
        line.add("notices-open", integer: status.openNotices)
        line.add("serial", integer: status.serial)
        line.add("sessions", integer: surroundings.sessions())
        line.add("log-ins-refused", integer: surroundings.logIns.refused)
        return Reply([line])
    }
}
