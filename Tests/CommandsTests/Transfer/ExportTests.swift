import AdminProtocol
import TestSupport
import Testing

@Suite struct ExportTests {
    private static let kinds = [
        "organisations", "people", "affiliations", "licences", "coverage", "certifications",
        "trainings", "workshops",
    ]

    private static func exported(
        _ line: String, _ session: TestSession
    ) async throws -> [String] {
        let reply = try await session.done("export " + line)
        let rows = reply.data.map { $0["csv"] ?? "-" }
        #expect(reply.final("rows") == "\(rows.count - 1)")
        return rows
    }

    @Test func columnsAreThoseOfTheImport() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let people = try await Self.exported("people", session)
            #expect(
                people[0] == "name,email,external-id,peer-for,professions,id,erased-on,merged-into")
            #expect(people[3] == "Person 3,,per-3,CPSMP,,P-3,,")
            let workshops = try await Self.exported("workshops", session)
            #expect(workshops.count == 2)
            #expect(workshops[1].contains("ext:org-one"))
            #expect(workshops[1].contains("\"ext:per-3,ext:per-4\""))
        }
    }

    /// Files of one registry fill another, and come out of it as they went in.
    @Test func filesFillAnotherRegistry() async throws {
        let files = try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.done(
                "person add name=\"Nobody's, \\\"quoted\\\"\"", "person join P-7 organisation=O-2",
                "organisation amend O-2 parent=O-1 timezone=Europe/Copenhagen",
                "licence grant O-2 type=umbrella programmes=any from=2026-01-01 "
                    + "workshops-per-year=3 external-id=um",
                "licence cover ext:um organisation=O-1 from=2026-02-01 until=2026-03-01")
            var files: [String: [String]] = [:]
            for kind in Self.kinds { files[kind] = try await Self.exported(kind, session) }
            return files
        }
        try await TestSession.with { session in
            for kind in Self.kinds {
                let rows = try #require(files[kind])
                let file = rows.map { $0 + "\r\n" }.joined()
                let reply = await session.importing(kind, file, pieceSize: 1_000)
                #expect(reply.summary == "\(rows.count - 1)/\(rows.count - 1)/0/0", "\(kind)")
            }
            for kind in Self.kinds {
                #expect(try await Self.exported(kind, session) == files[kind], "\(kind)")
            }
            let standing = try await session.done(
                "check person ext:per-3 programme=CDSMP as=leader")
            #expect(standing["current-until"] == "2028-02-05")
        }
    }

    @Test func safeFilesHoldNoFormulas() async throws {
        try await TestSession.with { session in
            try await session.done("person add name=\"=SUM(A1)\" external-id=-1")
            #expect(try await Self.exported("people", session)[1] == "=SUM(A1),,-1,,,P-1,,")
            let safe = try await Self.exported("people safe=yes", session)
            #expect(safe[1] == "'=SUM(A1),,'-1,,,P-1,,")
            let again = await session.importing(
                "people safe=yes", safe.map { $0 + "\n" }.joined())
            #expect(again.summary == "1/0/1/0")
        }
    }

    @Test func longListsComeWhole() async throws {
        try await TestSession.with { session in
            let file = "external-id,name\n" + (1...2_500).map { "p\($0),Person \($0)\n" }.joined()
            _ = await session.importing("people", file, pieceSize: 10_000)
            let rows = try await Self.exported("people", session)
            #expect(rows.count == 2_501)
            #expect(Set(rows).count == 2_501)
        }
    }
}
