import AdminProtocol
import Commands
import Index
import Logging
import Nightly
import Registry
import Store
import Synchronization
import TestSupport
import Testing

/// Plays lines of the protocol against the commands, without a server between them.
struct TestSession: Sendable {
    var store: Store
    /// Answers nothing unless something follows the log for it.
    var index = RegistryIndex()
    var today: CivilDate
    var account = Account(name: "unix:0", roles: [.administrator, .operator])
    var format = ReplyFormat.text
    var logger = Logger.silent

    init(_ store: Store, today: String = "2026-06-01") throws {
        self.store = store
        self.today = try #require(CivilDate(today))
    }

    /// The same session on another day.
    func on(_ day: String) throws -> TestSession {
        var session = self
        session.today = try #require(CivilDate(day))
        return session
    }

    /// The same commands for another account.
    func known(
        as name: String, _ role: AccountRole = .administrator, _ scope: AccountScope = .all
    ) -> TestSession {
        var session = self
        session.account = Account(name: name, role: role, scope: scope)
        return session
    }

    private var runner: Runner {
        let today = today
        return Runner(
            Surroundings(
                store: store, nightly: NightlyRun(store: store, logger: logger), index: index,
                today: { today }, version: "0.1.0", timezone: "UTC", sessions: { 1 }))
    }

    /// Sends one line. Checks on the way that no data line is malformed.
    ///
    /// - Parameters:
    ///   - client: what the client says while the request is under way.
    ///   - hearing: told of each line that is sent ahead of the reply.
    func send(
        _ text: String, client: PlayedClient = PlayedClient(),
        _ location: SourceLocation = #_sourceLocation,
        hearing: @escaping @Sendable (DataLine) -> Void = { _ in }
    ) async -> TestReply {
        let sent = Mutex<[DataLine]>([])
        var tag: String?
        let reply: Reply
        do throws(ProtocolError) {
            let line = try RequestLine(parsing: text.utf8)
            tag = line.tag
            reply = await runner.answer(
                line, account: account, logger: logger, inbound: client.inbound
            ) { line in
                sent.withLock { $0.append(line) }
                hearing(line)
            }
        } catch {
            reply = Reply(final: error.final)
        }
        let data = sent.withLock(\.self) + reply.lines
        for line in data where !line.faults.isEmpty {
            Issue.record("\(text): \(line.faults)", sourceLocation: location)
        }
        return TestReply(
            data: data, final: reply.final, format: reply.format, closes: reply.closes,
            account: reply.account, asked: client.asked, lines: encode(data, reply, tag))
    }

    private func encode(_ data: [DataLine], _ reply: Reply, _ tag: String?) -> [String] {
        let encoder = ReplyEncoder(format: reply.format ?? format)
        var bytes: [UInt8] = []
        for line in data { encoder.encode(line, tag: tag, into: &bytes) }
        encoder.encode(reply.final, tag: tag, into: &bytes)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Sends lines that must all be done; gives the last reply.
    @discardableResult
    func done(
        _ lines: String..., location: SourceLocation = #_sourceLocation
    ) async throws -> TestReply {
        var last: TestReply?
        for line in lines {
            let reply = await send(line, location)
            try #require(
                reply.isOK, "\(line): \(reply.lines.joined(separator: " / "))",
                sourceLocation: location)
            last = reply
        }
        return try #require(last, sourceLocation: location)
    }
}

extension TestSession {
    /// Does `body` with a session on a registry of its own.
    static func with(
        today: String = "2026-06-01", _ body: @Sendable (TestSession) async throws -> Void
    ) async throws {
        try await TestDatabase.with {
            let session = try TestSession($0.store, today: today)
            try await body(session)
            try await session.expectSound()
        }
    }

    /// Nothing in the database is as it should not be.
    func expectSound(location: SourceLocation = #_sourceLocation) async throws {
        let reply = try await done("doctor", location: location)
        #expect(reply.final("sound") == "yes", "\(reply.lines)", sourceLocation: location)
    }
}
