import AdminProtocol
import Commands
import TestSupport
import Testing

@Suite struct RequestTokenTests {
    private let add = "person add name=\"Ann Example\" email=ann@example.org request=r/1"

    @Test func givesTheFirstReplyAgain() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let first = try await session.done(add)
            try await session.done("person amend P-1 name=Other")
            let before = try await database.contents()
            let again = try await session.done(
                "@x   person add  name=\"Ann Example\" email=\"ann@example.org\" request=r/1")
            #expect(again.data == first.data)
            #expect(again.lines.last == "@x OK replayed=yes")
            #expect(try await database.contents() == before)
        }
    }

    @Test func refusesAnotherLineUnderTheSameToken() async throws {
        try await TestSession.with { session in
            try await session.done(add)
            let other = await session.send("person add name=Other request=r/1")
            #expect(other.outcome == "NO request-reused")
            #expect(await session.send("licence show L-1 request=r/1").final.status == "BAD")
            try await session.known(as: "unix:1").done("person add name=Other request=r/1")
            #expect(try await session.done("person list").data.count == 2)
        }
    }

    @Test func keepsTheTypesOfValues() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            var json = session
            json.format = .json
            let lines = [
                "training record programme=CDSMP kind=master from=2026-02-02 until=2026-02-06 "
                    + "days=4.5 organisation=O-1 trainers=P-1,P-2 passed=\"\" request=a",
                "licence show L-1",
                "certification award P-5 programme=CDSMP role=leader trained-on=2026-03-01 "
                    + "evidence=x request=b",
            ]
            for line in [lines[0], lines[2]] {
                let first = await json.send(line)
                #expect(first.isOK, "\(first.lines)")
                let again = await json.send(line)
                #expect(again.lines.dropLast() == first.lines.dropLast())
                #expect(again.lines.last == #"{"status":"OK","replayed":true}"#)
            }
            let training = await json.send(lines[0]).lines[0]
            #expect(training.contains(#""days":4.5"#) && training.contains(#""passed":[]"#))
            #expect(await json.send(lines[2]).lines[0].contains(#""authorised":true"#))
        }
    }

    @Test func claimsNothingByADryRun() async throws {
        try await TestSession.with { session in
            try await session.done(add + " dry-run=yes", add + " dry-run=yes")
            #expect(try await session.done(add).final("replayed") == nil)
            #expect(await session.send(add + " dry-run=yes").outcome == "NO request-reused")
        }
    }

    @Test func claimsNothingByARefusal() async throws {
        try await TestSession.with { session in
            let grant = "licence grant O-1 type=multiple programmes=CDSMP request=g"
            #expect(await session.send(grant).outcome == "NO not-found")
            try await session.done("organisation add name=One country=IE")
            #expect(try await session.done(grant).final("replayed") == nil)
            #expect(try await session.done(grant).final("replayed") == "yes")
        }
    }

    @Test func isDoneOnceByTwoStoresAtOnce() async throws {
        try await TestDatabase.with { database in
            try await database.withSecondStore { second in
                let sessions = [try TestSession(database.store), try TestSession(second)]
                for round in 1...5 {
                    let line = "person add name=Ann request=round-\(round)"
                    let replies = await withTaskGroup(of: TestReply.self) { group in
                        for number in 0..<6 {
                            group.addTask { await sessions[number % 2].send(line) }
                        }
                        return await group.reduce(into: []) { $0.append($1) }
                    }
                    #expect(replies.filter { !$0.isOK }.map(\.lines) == [])
                    #expect(replies.filter { $0.final("replayed") == nil }.count == 1)
                    #expect(Set(replies.map { $0["id"] }).count == 1)
                }
                #expect(try await database.lines("SELECT count(*) FROM person") == ["5"])
                #expect(try await database.lines("SELECT count(*) FROM event") == ["5"])
            }
        }
    }
}
