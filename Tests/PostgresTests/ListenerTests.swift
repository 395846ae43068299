import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct ListenerTests {
    @Test func `hears what is sent, and listens again after a loss`() async throws {
        let listener = PostgresListener(
            try await TestServer.configuration("application_name=listener"),
            channels: ["odd \"name\"", "other"], logger: TestServer.logger)
        let sender = try await TestServer.connect()
        let notify = Statement(name: "notify", sql: "SELECT pg_notify($1, $2)")
        let find = Query(
            sql: "SELECT pid FROM pg_stat_activity WHERE application_name = 'listener'")
        var heard: [String] = []
        var connections = 0
        for await event in listener.events() {
            switch event {
            case .connected:
                connections += 1
                _ = try await sender.query(Query(notify, "odd \"name\"", "\(connections)"))
                _ = try await sender.query(Query(notify, "nobody's", "-"))
                _ = try await sender.query(Query(notify, "other", ""))
            case .notification(let notification):
                heard.append("\(notification.channel):\(notification.payload)")
                if heard.count == 2 {
                    try await TestServer.kill(try await sender.one(find))
                }
            }
            if heard.count == 4 { break }
        }
        #expect(connections == 2)
        #expect(heard == ["odd \"name\":1", "other:", "odd \"name\":2", "other:"])
        // It goes when nobody listens any more.
        #expect(try await eventually { try await sender.query(find).rows.isEmpty })
        await sender.close()
    }
}
