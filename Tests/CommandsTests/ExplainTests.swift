import AdminProtocol
import Testing

@Suite struct ExplainTests {
    /// The verdict of an explanation is that of the check, to the letter.
    @Test func saysTheVerdictOfTheCheck() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done("licence suspend L-1 from=2026-08-01 until=2026-08-31")
            let verdicts: Set = ["verdict", "standing", "reason", "warning"]
            var lines = ["trainee P-3 programme=CPSMP kind=cross"]
            for programme in ["CDSMP", "CPSMP", "TOMANDO", "HLC-PAIN", "PMP", "GSH"] {
                for day in ["2025-12-31", "2026-04-06", "2026-08-15", "2027-06-01", "2029-01-01"] {
                    lines += [
                        "organisation O-1 programme=\(programme) on=\(day)",
                        "organisation O-2 programme=\(programme) on=\(day) language=da",
                        "person P-1 programme=\(programme) on=\(day)",
                        "person P-3 programme=\(programme) on=\(day) organisation=O-1",
                        "trainee P-3 programme=\(programme) kind=refresher on=\(day)",
                        "trainee P-5 programme=\(programme) kind=leader on=\(day)",
                        "trainee P-4 programme=\(programme) kind=master on=\(day)",
                    ]
                }
            }
            for line in lines {
                let check = try await session.done("check \(line)")
                let explained = try await session.done("explain \(line)")
                let said = explained.data.filter { verdicts.contains($0.kind) }
                #expect(said == check.data, "\(line)")
                let broken = Set(check.codes() + check.codes("warning"))
                let helped = Set(explained.codes("next"))
                #expect(broken.isSubset(of: helped), "\(line) \(explained.lines)")
            }
        }
    }

    @Test func explainsAnOrganisation() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = try await session.done("explain organisation O-1 programme=CPSMP")
            #expect(
                reply.lines.map { $0.replacing(#/id=R-\d+ /#, with: "") } == [
                    "* verdict organisation=O-1 programme=CPSMP on=2026-06-01 may-offer=no "
                        + "may-train=yes leaders=2 master-trainers=2 licence=L-1",
                    "* reason for=offer code=no-peer-leader programme=CPSMP",
                    "* evidence of=organisation organisation=O-1 state=open",
                    "* evidence of=programme programme=CPSMP licence-types=multiple,umbrella "
                        + "min-leaders=2 min-master-trainers=2 peers=1",
                    "* evidence of=licence licence=L-1 holder=O-1 type=multiple "
                        + "from=2026-01-01 until=2028-12-31 serves=yes",
                    "* evidence of=affiliate person=P-1 leader=untrained "
                        + "master-trainer=provisional counts-as=leader,master-trainer peer=no",
                    "* evidence of=affiliate person=P-2 leader=untrained "
                        + "master-trainer=provisional counts-as=leader,master-trainer peer=no",
                    "* evidence of=policy number=report-grace-days value=0 "
                        + "source=\"none stated\"",
                    "* next for=offer code=no-peer-leader advice=\"join one authorised leader "
                        + "who is a peer for CPSMP\"", "OK",
                ])
        }
    }

    @Test func explainsAPerson() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reply = try await session.done("explain person P-3 programme=CDSMP as=leader")
            #expect(
                reply.lines.map { $0.replacing(#/id=R-\d+ /#, with: "") } == [
                    "* standing person=P-3 programme=CDSMP role=leader on=2026-06-01 "
                        + "state=active authorised=yes anchor=2026-02-05 "
                        + "current-until=2028-02-05",
                    "* evidence of=anchor role=leader training=T-1 training-kind=leader "
                        + "awarded=no on=2026-02-05",
                    "* evidence of=policy retention=delivery role=leader first=12 later=12 "
                        + "counts-first=workshop:in-person,workshop:virtual "
                        + "counts-later=workshop:any source=\"licensor, trainer policies\"",
                    "* evidence of=window role=leader rule=delivery from=2026-02-06 "
                        + "until=2027-02-05 state=kept activity=W-1 on=2026-04-06",
                    "* next role=leader rule=delivery from=2027-02-06 by=2028-02-05 "
                        + "advice=\"lead one workshop by 2028-02-05\"", "OK",
                ])
        }
    }

    /// A person and a role, lines before, and what helps next.
    static let steps: [(String, [String], String)] = [
        (
            "P-1 programme=CDSMP as=master-trainer", [],
            "lead one workshop or give one cross or leader training"
        ),
        ("P-3 programme=CDSMP as=leader on=2026-03-01", [], "(in-person or virtual) by 2027-02-05"),
        ("P-3 programme=CDSMP as=leader on=2028-02-06", [], "pass a refresher training"),
        ("P-3 programme=CDSMP as=leader", ["revoke"], "is not given back"),
        ("P-3 programme=CDSMP as=leader", ["suspend"], "reinstate the certification"),
        ("P-5 programme=CDSMP as=leader", [], "pass a leader training of CDSMP, 4 days"),
        ("P-5 programme=CPSMP as=leader", [], "must pass CDSMP or TOMANDO training"),
        ("P-3 programme=CPSMP as=leader", [], "pass a cross training of CPSMP, 1 days"),
        ("P-3 programme=CDSMP as=master-trainer", [], "pass a master training"),
        ("P-5 programme=CDSMP as=master-trainer", [], "must be an authorised leader"),
        ("P-3 programme=GSH as=leader", [], "nobody is trained in GSH"),
    ]

    @Test(arguments: steps) func tellsAPersonWhatHelps(
        _ line: String, _ before: [String], _ advice: String
    ) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            for word in before {
                try await session.done(
                    "certification \(word) person=P-3 programme=CDSMP role=leader "
                        + "from=2026-05-01")
            }
            let reply = try await session.done("explain person \(line)")
            let said = reply.data.filter { $0.kind == "next" }.compactMap { $0["advice"] }
            #expect(said.contains { $0.contains(advice) }, "\(reply.lines)")
            let isAuthorised = reply["authorised"] == "yes"
            #expect(reply.codes("next").isEmpty == isAuthorised)
        }
    }

    @Test func explainsATrainee() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let cross = try await session.done(
                "explain trainee P-3 programme=CPSMP kind=cross on=2026-02-05")
            #expect(cross.codes("next") == ["prerequisite-missing"])
            let met = cross.data.filter { $0["of"] == "prerequisite" }
            #expect(met.map { $0["programme"] } == ["CDSMP", "TOMANDO"])
            #expect(met.map { $0["passed"] } == ["no", "no"])
            let later = try await session.done(
                "explain trainee P-3 programme=CPSMP kind=cross on=2026-02-06")
            let passed = try #require(later.data.first { $0["passed"] == "yes" })
            #expect(passed["training"] == "T-1")
            #expect(later.codes("next").isEmpty)
            let rows = later.data.filter { $0["of"] == "policy" }
            #expect(rows.map { $0["source"] } == ["S2"])
            let refresher = try await session.done(
                "explain trainee P-3 programme=CDSMP kind=refresher")
            let next = try #require(refresher.data.first { $0.kind == "next" })
            #expect(next["from"] == "2027-02-06")
            let day = next["from"] ?? "-"
            let then = try await session.done(
                "check trainee P-3 programme=CDSMP kind=refresher on=\(day)")
            #expect(then["may-attend"] == "yes")
        }
    }
}
