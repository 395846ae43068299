import AdminProtocol
import Commands
import TestSupport
import Testing

@Suite struct VersionTests {
    /// Every change of a thing takes `if-version`, and is refused where the thing moved on.
    @Test func refusesAChangeOfAnotherVersion() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            for line in DryRunTests.writes {
                let command = try #require(
                    CommandTable.grammar.commands.first { line.hasPrefix($0.name + " ") })
                if command.changesExisting {
                    let before = try await database.contents()
                    let stale = await session.send(line + " if-version=999")
                    #expect(stale.outcome == "NO version-conflict", "\(line): \(stale.lines)")
                    let have = try #require(stale.final("have"))
                    #expect(try await database.contents() == before)
                    let done = try await session.done(line + " if-version=\(have)")
                    let isTheSame = command.name != "licence renew"
                    let version = try #require(Int(have))
                    #expect(!isTheSame || done["version"] == "\(version + 1)", "\(line)")
                } else {
                    try await session.done(line)
                }
            }
        }
    }
}
