import AdminProtocol
import Commands
import Registry
import TestSupport
import Testing

@Suite struct AccountCommandTests {
    @Test func areAddedShownAndChanged() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let added = try await session.done("account add Ann role=coordinator organisation=O-1")
            #expect(
                added.lines[0]
                    == "* account id=A-1 name=\"ann\" role=coordinator organisation=O-1 "
                    + "state=active password=no tokens=0 version=1")
            #expect(try await session.done("account show ANN").lines == added.lines)
            #expect(await session.send("account add ANN role=auditor").outcome == "NO conflict")
            let amended = try await session.done("account amend ann role=operator,auditor")
            #expect(amended["role"] == "auditor,operator")
            #expect(amended["organisation"] == nil)
            #expect(try await session.done("account disable ann")["state"] == "disabled")
            #expect(await session.send("account disable ann").outcome == "NO conflict")
            #expect(try await session.done("account list disabled=no").data.isEmpty)
            #expect(try await session.done("account list disabled=yes").data.count == 1)
            #expect(try await session.done("account enable ann")["version"] == "4")
            #expect(await session.send("account show bob").outcome == "NO not-found")
        }
    }

    @Test(arguments: [
        "role=trainer", "role=coordinator", "role=auditor person=P-1",
        "role=trainer,auditor person=P-1",
        "role=coordinator organisation=O-1 person=P-1", "role=public", "role=king",
    ])
    func rolesGoWithWhatTheyAreBoundTo(_ grant: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = await session.send("account add ann \(grant)")
            #expect(reply.outcome == "BAD bad-value", "\(reply.lines)")
            #expect(reply.final("argument") == "role")
            #expect(await session.send("account show ann").outcome == "NO not-found")
        }
    }

    @Test(arguments: ["-ann", "a b", "ann:1", "änn", String(repeating: "a", count: 65)])
    func namesAreOfPlainLetters(_ name: String) async throws {
        try await TestSession.with { session in
            let reply = await session.send("account add \"\(name)\" role=auditor")
            #expect(reply.outcome == "BAD bad-value")
        }
    }

    /// What lets somebody in is shown once and is nowhere afterwards.
    @Test func secretsAreShownOnceAndKeptNowhere() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.done("account add ann role=auditor password=\"open sesame\"")
            let password = try await session.done("account password ann request=r1")
            let token = try await session.done("account token ann request=r2 label=laptop")
            let secrets = [password, token].compactMap { reply in
                reply.data.first { $0.kind == "secret" }
            }.compactMap { $0["password"] ?? $0["token"] }
            #expect(secrets.count == 2)
            for request in [
                "account password ann request=r1",
                "account token ann request=r2 label=laptop",
            ] {
                let again = try await session.done(request)
                #expect(again.final("replayed") == "yes")
                #expect(!again.data.contains { $0.kind == "secret" })
            }
            let shown =
                try await session.done("event list").lines.joined()
                + session.done("token list ann").lines.joined()
                + session.done("account list").lines.joined()
            for secret in secrets + ["open sesame", "SCRAM-SHA-256"] {
                #expect(!shown.contains(secret))
            }
            let rows = try await database.lines(
                "SELECT a::text FROM account a UNION ALL SELECT t::text FROM account_token t "
                    + "UNION ALL SELECT r::text FROM request r "
                    + "UNION ALL SELECT e::text FROM event e")
            for secret in secrets + ["open sesame"] {
                #expect(!rows.contains { $0.contains(secret) })
            }
        }
    }

    @Test func aDryRunShowsNoSecretAndARequestTakesNoPassword() async throws {
        try await TestSession.with { session in
            try await session.done("account add ann role=auditor")
            for line in ["account password ann", "account token ann"] {
                let reply = try await session.done(line + " dry-run=yes")
                #expect(!reply.data.contains { $0.kind == "secret" })
            }
            #expect(try await session.done("account show ann")["password"] == "no")
            let both = await session.send("account password ann password=x request=r")
            #expect(both.outcome == "BAD bad-value")
            #expect(both.final("argument") == "request")
            #expect(
                await session.send("account password ann password=\"a\u{200E}b\"").final("argument")
                    == "password")
        }
    }

    @Test func tokensAreNarrowedAndRevoked() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "account add ann role=administrator",
                "account add bob role=coordinator organisation=O-1")
            let token = try await session.done(
                "account token ann role=coordinator organisation=O-2 until=2026-06-30")
            #expect(
                token.lines[0]
                    == "* token id=K-1 account=\"ann\" role=coordinator organisation=O-2 "
                    + "until=2026-06-30 state=good version=1")
            for grant in ["role=operator", "role=administrator,operator"] {
                let reply = await session.send("account token ann \(grant)")
                #expect(reply.outcome == "NO conflict", "\(grant)")
            }
            #expect(
                await session.send("account token bob role=coordinator organisation=O-2").outcome
                    == "NO conflict")
            #expect(
                await session.send("account token ann until=2026-05-31").outcome == "BAD bad-value")
            #expect(try await session.done("account show ann")["tokens"] == "1")
            let late = try session.on("2026-07-01")
            #expect(try await late.done("token list ann")["state"] == "ended")
            #expect(try await session.done("token revoke K-1")["state"] == "revoked")
            #expect(await session.send("token revoke K-1").outcome == "NO conflict")
            #expect(await session.send("token revoke K-9").outcome == "NO not-found")
        }
    }
}
