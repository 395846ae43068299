import AdminProtocol
import Commands
import Registry
import TestSupport
import Testing

@Suite struct ImportTests {
    private static let people = """
        external-id,name,email,peer-for,professions
        a,Ann Example,ann@example.org,CPSMP,"doctor,Nurse"
        b, Bo ,,,
        c,"Cy ""the"" Third",,,

        """

    @Test func storesRowsAsTheirCommandWould() async throws {
        try await TestSession.with { session in
            let reply = await session.importing("people request=once", Self.people)
            #expect(reply.outcome == "OK")
            #expect(reply.summary == "3/3/0/0")
            let ann = try await session.done("person show ext:a")
            #expect(ann["email"] == "ann@example.org")
            #expect(ann["peer-for"] == "CPSMP")
            #expect(ann["professions"] == "doctor,nurse")
            #expect(try await session.done("person show ext:b")["name"] == "Bo")
            #expect(try await session.done("person show ext:c")["name"] == "Cy \"the\" Third")
            let events = try await session.done("event list")
            #expect(events.data.map { $0["command"] } == ["import", "import", "import"])
            #expect(events.data.map { $0["thing"] } == ["P-1", "P-2", "P-3"])
            #expect(events.data[0]["after"]?.contains("Ann Example") == true)
        }
    }

    @Test func theSameRowsAreUnchangedAndOthersConflict() async throws {
        try await TestSession.with { session in
            _ = await session.importing("people", Self.people)
            let again = await session.importing("people", Self.people)
            #expect(again.outcome == "OK")
            #expect(again.summary == "3/0/3/0")
            let less = await session.importing("people", "name,external-id\nBo,b\n")
            #expect(less.summary == "1/0/1/0")
            let other = await session.importing("people", "name,external-id\nBea,b\nNew,d\n")
            #expect(other.outcome == "NO conflict")
            #expect(other.summary == "2/0/0/1")
            #expect(other.refusedRows == ["2 conflict"])
            #expect(await session.send("person show ext:d").outcome == "NO not-found")
        }
    }

    /// Of two rows with one id the second finds what the first left, in one file as in two.
    @Test func rowsFindWhatRowsBeforeThemLeft() async throws {
        try await TestSession.with { session in
            let reply = await session.importing(
                "people mode=best-effort", "external-id,name\na,Ann\na,Ann\na,Other\nb,Bo\n")
            #expect(reply.outcome == "OK")
            #expect(reply.summary == "4/2/1/1")
            #expect(reply.refusedRows == ["4 conflict"])
            let parts = await session.importing(
                "organisations",
                "external-id,name,country,parent\nroot,Root,IE,\nleaf,Leaf,IE,ext:root\n"
                    + "twig,Twig,IE,ext:leaf\n")
            #expect(parts.summary == "3/3/0/0")
            let twig = try await session.done("organisation show ext:twig")
            #expect(twig["parent"] == "O-2")
        }
    }

    private static let bad = """
        external-id,name,country,parent
        a,First,IE,
        b,,IE,
        c,Third,W3,
        d,Fourth,IE,ext:nobody
        e,"Fifth"x,IE,
        f,Sixth,IE
        g,Seventh,IE,

        """

    @Test(arguments: ["atomic", "validate", "best-effort"])
    func everyRowIsStoredOrRefusedWithItsLine(_ mode: String) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let before = try await database.contents()
            let reply = await session.importing("organisations mode=\(mode)", Self.bad)
            #expect(
                reply.refusedRows == [
                    "3 missing-argument", "4 bad-value", "5 not-found", "6 syntax", "7 syntax",
                ])
            switch mode {
            case "atomic":
                #expect(reply.outcome == "NO missing-argument")
                #expect(reply.summary == "7/0/0/5")
            case "validate":
                #expect(reply.outcome == "NO missing-argument")
                #expect(reply.summary == "7/2/0/5")
            default:
                #expect(reply.outcome == "OK")
                #expect(reply.summary == "7/2/0/5")
            }
            if mode != "best-effort" { #expect(try await database.contents() == before) }
        }
    }

    @Test(arguments: [
        ("people", "name,age\nAnn,4\n", "BAD unknown-argument"),
        ("people", "name;email\nAnn;x\n", "BAD unknown-argument"),
        ("people", "name,Name\nAnn,Bo\n", "BAD duplicate-argument"),
        ("people", "", "BAD syntax"),
        ("people", "na\"me\nAnn\n", "BAD syntax"),
        ("trainings", "programme,skip-refused\n", "BAD unknown-argument"),
    ])
    func aWrongHeaderRefusesTheWhole(
        _ kind: String, _ file: String, _ outcome: String
    ) async throws {
        try await TestSession.with { session in
            #expect(await session.importing(kind, file).outcome == outcome)
        }
    }

    @Test(arguments: ["name\n", "name\r\n", "\u{FEFF}name"])
    func aFileOfNoRowsStoresNothing(_ file: String) async throws {
        try await TestSession.with { session in
            let reply = await session.importing("people", file)
            #expect(reply.outcome == "OK")
            #expect(reply.summary == "0/0/0/0")
        }
    }

    @Test func aDryRunTellsAndStoresNothing() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            for line in ["people dry-run=yes", "people mode=validate"] {
                let before = try await database.contents()
                let reply = await session.importing(line, Self.people)
                #expect(reply.final("dry-run") == "yes")
                #expect(reply.summary == "3/3/0/0")
                #expect(try await database.contents() == before)
            }
        }
    }

    @Test(arguments: ["atomic", "best-effort"])
    func aTokenIsOfTheLineAndTheFile(_ mode: String) async throws {
        try await TestSession.with { session in
            let line = "people mode=\(mode) request=t1"
            let first = await session.importing(line, Self.people)
            #expect(first.outcome == "OK")
            let again = await session.importing(line, Self.people)
            #expect(again.final("replayed") == "yes")
            #expect(again.summary == first.summary)
            let other = await session.importing(line, Self.people + "d,Di,,,\n")
            #expect(other.outcome == "NO request-reused")
            #expect(await session.send("person show ext:d").outcome == "NO not-found")
        }
    }

    /// More rows than one batch holds, with faults at both ends of batches.
    @Test func manyRowsAreStoredBatchByBatch() async throws {
        try await TestSession.with { session in
            var file = "external-id,name\n"
            for number in 1...5_001 {
                file += number % 1_000 == 0 ? "p\(number),\n" : "p\(number),Person \(number)\n"
            }
            let reply = await session.importing(
                "people mode=best-effort", file, pieceSize: 10_000)
            #expect(reply.summary == "5001/4996/0/5")
            #expect(reply.refusedRows.first == "1001 missing-argument")
            #expect(reply.refusedRows.last == "5001 missing-argument")
            let last = try await session.done("person show ext:p5001")
            #expect(last["name"] == "Person 5001")
        }
    }

    @Test func aClientThatLeavesStoresNothing() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            let before = try await database.contents()
            let reply = await session.send("import people", client: PlayedClient())
            #expect(reply.outcome == "NO busy")
            #expect(try await database.contents() == before)
        }
    }

    @Test(arguments: AccountRole.allCases.filter { $0 != .administrator })
    func onlyAdministratorsImport(_ role: AccountRole) async throws {
        try await TestSession.with { session in
            let reply = await session.known(as: "someone", role).send("import people")
            #expect(reply.outcome == (role == .public ? "NO auth-required" : "NO denied"))
        }
    }
}
