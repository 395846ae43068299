import AdminProtocol
import Commands
import Credentials
import Registry
import Synchronization
import Testing

/// Log-ins as a client plays them, from the first challenge to the last request.
@Suite struct LogInTests {
    private static func encoded(_ text: String) -> String { Base64.encode(text.utf8) }

    /// A client that knows SCRAM: it answers whatever it is challenged with.
    private static func client(_ name: String, _ password: String) throws -> PlayedClient {
        let scram = Played(
            ScramClient(name: name, password: try PreparedPassword(password)))
        return PlayedClient(answer: { scram.answer($0) })
    }

    /// A session of nobody.
    private static func stranger(_ session: TestSession) -> TestSession {
        session.known(as: "tcp", .public)
    }

    private static func logIn(
        _ session: TestSession, _ name: String, _ password: String
    ) async throws -> TestReply {
        await stranger(session).send(
            "auth scram-sha-256", client: try client(name, password))
    }

    @Test func aPasswordLogsIn() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "account add ann role=coordinator organisation=O-1 password=\"open sesame\"")
            let reply = try await Self.logIn(session, "Ann", "open sesame")
            #expect(reply.lines == ["OK"])
            #expect(reply.asked.count == 3)
            #expect(reply.asked.first == .challenge(""))
            var ann = session
            ann.account = try #require(reply.account)
            #expect(
                try await ann.done("whoami").lines[0]
                    == "* account name=\"ann\" auth=scram-sha-256 role=coordinator scope=O-1")
            try await ann.done("person add name=New")
            #expect(try await session.done("event list account=ann").data.count == 1)
            let again = await ann.send(
                "auth scram-sha-256", client: try Self.client("ann", "open sesame"))
            #expect(again.outcome == "NO conflict")
        }
    }

    @Test func whoLoggedInByAPasswordChangesIt() async throws {
        try await TestSession.with { session in
            try await session.done(
                "organisation add name=One country=DE",
                "account add ann role=coordinator organisation=O-1 password=given")
            var ann = session
            ann.account = try #require(try await Self.logIn(session, "ann", "given").account)
            let dry = try await ann.done("password password=\"open sesame\" dry-run=yes")
            #expect(dry.data.map(\.kind) == ["account"])
            try await ann.done("password password=\"open sesame\"")
            #expect(try await Self.logIn(session, "ann", "given").outcome == "NO auth-failed")
            #expect(try await Self.logIn(session, "ann", "open sesame").lines == ["OK"])
            let made = try await ann.done("password").data
            let password = try #require(made.last?["password"])
            #expect(try await Self.logIn(session, "ann", password).lines == ["OK"])
            let events = try await session.done("event list account=ann").data
            #expect(events.map { $0["command"] } == ["password", "password"])
            #expect(await ann.send("password password=x request=r1").outcome == "BAD bad-value")
        }
    }

    /// Not by a token, which may be narrowed, nor where the transport says who it is.
    @Test func nobodyElseHasOneToChange() async throws {
        try await TestSession.with { session in
            #expect(await session.send("password").outcome == "NO conflict")
            try await session.done("account add ann role=auditor password=given")
            let made = try await session.done("account token ann").data
            let token = try #require(made.last?["token"])
            let reply = await Self.stranger(session).send(
                "auth token", client: PlayedClient(answer: { _ in token }))
            var ann = session
            ann.account = try #require(reply.account)
            #expect(await ann.send("password").outcome == "NO conflict")
            #expect(await Self.stranger(session).send("password").outcome == "NO auth-required")
        }
    }

    @Test(arguments: [
        ("ann", "wrong"), ("bob", "open sesame"), ("gone", "open sesame"), ("none", "x"),
    ])
    func nothingElseDoes(_ name: String, _ password: String) async throws {
        try await TestSession.with { session in
            try await session.done(
                "account add ann role=auditor password=\"open sesame\"",
                "account add gone role=auditor password=\"open sesame\"",
                "account disable gone", "account add none role=auditor")
            let reply = try await Self.logIn(session, name, password)
            #expect(reply.outcome == "NO auth-failed")
            #expect(reply.account == nil)
            // Nobody can tell by the challenge who is there.
            #expect(reply.asked.count == 2)
        }
    }

    @Test func theChallengeForAStrangerIsTheSameEachTime() async throws {
        try await TestSession.with { session in
            var salts: Set<String> = []
            for _ in 1...2 {
                let reply = try await Self.logIn(session, "nobody", "x")
                guard case .challenge(let text) = reply.asked.last else { continue }
                let message = Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } ?? ""
                salts.insert(message.split(separator: ",").dropFirst().joined(separator: ","))
            }
            #expect(salts.count == 1)
            #expect(salts.first?.hasSuffix("i=4096") == true)
        }
    }

    @Test(arguments: ["*", "", "not base64", "biws", "/w=="])
    func whatMakesNoSenseIsRefused(_ answer: String) async throws {
        try await TestSession.with { session in
            for line in ["auth scram-sha-256", "auth token"] {
                let reply = await Self.stranger(session).send(
                    line, client: PlayedClient(lines: [answer]))
                #expect(reply.outcome == "NO auth-failed", "\(line)")
                #expect(reply.account == nil)
            }
        }
    }

    @Test func aClientThatLeavesIsNobody() async throws {
        try await TestSession.with { session in
            let reply = await Self.stranger(session).send("auth scram-sha-256")
            #expect(reply.account == nil && !reply.isOK)
        }
    }

    @Test func aTokenLogsInAsItIsAndInBase64() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done("account add ann role=administrator")
            let made = try await session.done("account token ann role=coordinator organisation=O-2")
            let token = try #require(made.data.last?["token"])
            let stranger = Self.stranger(session)
            let replies = [
                await stranger.send("auth token \(token)"),
                await stranger.send("auth token", client: PlayedClient(lines: [token])),
                await stranger.send(
                    "auth token", client: PlayedClient(lines: [Self.encoded(token)])),
            ]
            for reply in replies {
                #expect(reply.isOK)
                var ann = session
                ann.account = try #require(reply.account)
                #expect(
                    try await ann.done("whoami").lines[0]
                        == "* account name=\"ann\" auth=token role=coordinator scope=O-2")
                #expect(await ann.send("event list").outcome == "NO denied")
            }
            let other = AccessToken().text
            #expect(await stranger.send("auth token \(other)").outcome == "NO auth-failed")
        }
    }

    /// What was taken away is gone with the next request, and comes back with what is given back.
    @Test func whatIsTakenAwayIsGoneAtOnce() async throws {
        try await TestSession.with { session in
            try await session.done("account add ann role=auditor password=x")
            let made = try await session.done("account token ann until=2026-06-30")
            let token = try #require(made.data.last?["token"])
            var byPassword = session
            byPassword.account = try #require(try await Self.logIn(session, "ann", "x").account)
            var byToken = session
            byToken.account = try #require(
                await Self.stranger(session).send("auth token \(token)").account)
            try await byPassword.done("event list")
            try await byToken.done("event list")
            #expect(
                try await byToken.on("2026-07-01").send("event list").outcome == "NO auth-required")
            try await session.done("token revoke K-1")
            #expect(await byToken.send("event list").outcome == "NO auth-required")
            try await byPassword.done("event list")
            try await session.done("account amend ann role=operator")
            #expect(await byPassword.send("event list").outcome == "NO denied")
            try await session.done("account disable ann")
            #expect(await byPassword.send("account list").outcome == "NO auth-required")
            #expect(try await byPassword.done("ping").isOK)
            try await session.done("account enable ann")
            try await byPassword.done("account list")
        }
    }
}

/// A SCRAM client that answers challenges as a session would pass them on.
private final class Played: Sendable {
    private let state: Mutex<(client: ScramClient, isFirst: Bool)>

    init(_ client: ScramClient) { state = Mutex((client, true)) }

    func answer(_ challenge: String) -> String? {
        state.withLock { state in
            guard !state.isFirst else {
                state.isFirst = false
                return Base64.encode(state.client.first.utf8)
            }
            guard let bytes = Base64.decode(challenge) else { return nil }
            switch state.client.receive(String(decoding: bytes, as: UTF8.self)) {
            case .send(let text): return Base64.encode(text.utf8)
            case .succeed: return ""
            case .fail: return "*"
            }
        }
    }
}
