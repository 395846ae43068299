import AdminProtocol
import Commands
import TestSupport
import Testing

@Suite struct DryRunTests {
    /// A line of every write that works in the scene, in an order in which all can be done.
    static let writes = [
        "programme define SWC title=Carpentry sessions=2 minutes=420 modes=in-person",
        "programme amend SWC minutes=400",
        "programme require SWC needs=CDSMP from=2027-01-01 source=test",
        "policy set number=report-grace-days value=30 from=2027-01-01 source=test",
        "policy end R-1 until=2099-12-31",
        "organisation add name=Third country=DE external-id=o3",
        "organisation amend O-2 name=Other sector=company parent=O-1",
        "person add name=Seven peer-for=CPSMP professions=doctor external-id=p7",
        "person amend P-6 email=six@example.org peer-for=CDSMP",
        "person join P-5 organisation=O-2 from=2026-03-01",
        "person leave P-6 organisation=O-1 until=2026-05-31",
        "licence grant O-2 type=umbrella programmes=any from=2026-01-01 workshops-per-year=3 "
            + "external-id=umbrella",
        "licence grant O-2 type=multiple programmes=TOMANDO from=2025-01-01 until=2025-12-31 "
            + "external-id=old",
        "licence report ext:old year=2025-01-01 workshops=2 participants=20 trainings=0",
        "licence amend ext:old workshops-per-year=4 trainings-per-year=1",
        "licence renew L-1", "licence suspend L-1 from=2026-08-01",
        "licence reinstate L-1 from=2026-08-02",
        "licence cover ext:umbrella organisation=O-1 from=2026-01-01",
        "licence uncover ext:umbrella organisation=O-1 until=2026-06-30",
        "licence revoke ext:umbrella", "licence restore ext:umbrella reason=because",
        "training record programme=CPSMP kind=cross format=one-day from=2026-05-04 "
            + "until=2026-05-04 organisation=O-1 trainers=P-1,P-2 passed=P-3 failed=P-4",
        "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 until=2026-05-18 "
            + "sessions=6 leaders=P-3,P-4",
        "training schedule programme=CDSMP kind=leader from=2026-06-01 until=2026-06-01 "
            + "days=4 organisation=O-1 trainers=P-1,P-2 attendees=P-6 external-id=planned",
        "training complete ext:planned passed=P-6",
        "workshop schedule programme=CDSMP organisation=O-1 from=2026-05-18 until=2026-06-01 "
            + "sessions=6 leaders=P-3,P-4 external-id=planned",
        "workshop complete ext:planned completers=0",
        "training void T-1 reason=because", "workshop void W-1 reason=because",
        "certification award P-5 programme=CDSMP role=leader trained-on=2026-01-15 evidence=x",
        "certification suspend person=P-5 programme=CDSMP role=leader from=2026-05-01",
        "certification reinstate person=P-5 programme=CDSMP role=leader from=2026-05-02",
        "certification revoke person=P-5 programme=CDSMP role=leader",
        "certification restore person=P-5 programme=CDSMP role=leader reason=because",
        "certification void person=P-5 programme=CDSMP role=leader trained-on=2026-01-15 "
            + "reason=because",
        "organisation close O-2 on=2026-07-01", "organisation reopen O-2 reason=because",
        "person merge P-5 into=P-4", "person unmerge P-5", "person erase P-6",
        "account add ann role=auditor", "account amend ann role=auditor,operator",
        "account password ann", "account token ann", "account token ann label=second",
        "token revoke K-2",
        "account disable ann", "account enable ann",
        "notice snooze N-1 until=2099-01-01",
        "notice ack N-1",
    ]

    /// The line with a reason, which some writes ask for.
    static func explained(_ line: String) -> String {
        line.contains(" reason=") ? line : line + " reason=because"
    }

    @Test func coversEveryWrite() {
        // An import asks for a file: ImportTests has its dry runs. A password of one's own asks
        // for a log-in: LogInTests has it.
        let writes = CommandTable.grammar.commands.filter(\.isWrite).map(\.name)
            .filter { !["import", "password"].contains($0) }
        for name in writes { #expect(Self.writes.contains { $0.hasPrefix(name + " ") }, "\(name)") }
    }

    @Test func leavesNothingAndShowsTheSameLine() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            for line in Self.writes {
                let before = try await database.contents()
                let dry = try await session.done(Self.explained(line) + " dry-run=yes")
                #expect(dry.final("dry-run") == "yes")
                #expect(try await database.contents() == before, "\(line)")
                let real = try await session.done(Self.explained(line))
                #expect(real.final("dry-run") == nil)
                #expect(Self.comparable(dry) == Self.comparable(real), "\(line)")
            }
        }
    }

    /// The lines without the number that a new thing gets, which a dry run uses up, and without the
    /// secret, which only the real one makes.
    private static func comparable(_ reply: TestReply) -> [DataLine] {
        reply.data.filter { $0.kind != "secret" }.map {
            DataLine($0.kind, $0.fields.filter { $0.key != "id" })
        }
    }

    @Test func isRefusedAsTheRealOne() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let line = "licence grant O-1 type=multiple programmes=CDSMP"
            #expect(await session.send(line + " dry-run=yes").outcome == "NO licence-overlap")
            #expect(await session.send(line + " dry-run=no").outcome == "NO licence-overlap")
        }
    }
}
