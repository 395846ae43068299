import AdminProtocol
import TestSupport
import Testing

@Suite struct AffectedTests {
    /// A chain: T-1 makes leaders of CDSMP, T-2 some of them leaders of CPSMP, T-3 two of these
    /// master trainers, who give the cross training T-4, whose one leader leads W-1.
    private static let chain = [
        "training record programme=CDSMP kind=leader from=2026-01-05 until=2026-01-08 "
            + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4,P-5,P-6",
        "training record programme=CPSMP kind=cross from=2026-01-12 until=2026-01-12 "
            + "organisation=O-1 trainers=P-1,P-2 passed=P-3,P-5,P-6",
        "training record programme=CPSMP kind=master days=4.5 from=2026-01-19 until=2026-01-23 "
            + "organisation=O-1 trainers=P-1,P-2 passed=P-5,P-6",
        "training record programme=CPSMP kind=cross from=2026-02-02 until=2026-02-02 "
            + "organisation=O-1 trainers=P-5,P-6 passed=P-4",
        "workshop record programme=CPSMP organisation=O-1 from=2026-02-09 until=2026-03-16 "
            + "sessions=6 leaders=P-3,P-4 enrolled=10",
    ]

    private static func playChain(_ session: TestSession) async throws {
        try await session.beginScene()
        for line in chain { try await session.done(line) }
    }

    /// The master training is voided: what its trainers gave falls, and what those whom they
    /// trained led would fall with it. A dry run shows it, and then it is done.
    @Test func followsTheChain() async throws {
        try await TestSession.with { session in
            try await Self.playChain(session)
            let wanted = [
                "about=T-4 code=trainer-not-authorised person=P-5 programme=CPSMP "
                    + "state=untrained on=2026-02-02",
                "about=T-4 code=trainer-not-authorised person=P-6 programme=CPSMP "
                    + "state=untrained on=2026-02-02",
                "about=P-5 programme=CPSMP role=master-trainer was=active state=untrained",
                "about=P-6 programme=CPSMP role=master-trainer was=active state=untrained",
                "about=W-1 code=leader-not-authorised person=P-4 programme=CPSMP "
                    + "state=untrained through=T-4",
                "about=P-3 programme=CPSMP role=leader was=active state=provisional "
                    + "current-until=2027-01-12 through=W-1",
                "about=P-4 programme=CPSMP role=leader was=active state=untrained "
                    + "through=T-4,W-1",
            ]
            let dry = try await session.done("training void T-3 reason=forged dry-run=yes")
            #expect(dry.affected == wanted)
            #expect(try await session.done("training show T-3")["state"] == "recorded")
            let done = try await session.done("training void T-3 reason=forged")
            #expect(done.affected == wanted)
            #expect(done.data.first?.kind == "training")
            // Nothing is taken back by itself.
            #expect(try await session.done("training list state=recorded").data.count == 3)
            #expect(try await session.done("workshop show W-1")["state"] == "recorded")
            let event = try await session.done("event list T-3").data.last
            for word in [
                "T-4:trainer-not-authorised:P-5", "W-1:leader-not-authorised:P-4",
                "P-5:CPSMP:master-trainer:untrained",
            ] {
                #expect(event?["after"]?.contains(word) == true, "\(word)")
            }
            // What was told once is broken before the next correction: it is not told again.
            let next = try await session.done("training void T-4 reason=\"no trainer\"")
            #expect(next.affected.filter { $0.hasPrefix("about=T") } == [])
            #expect(next.affected.first?.hasPrefix("about=W-1 code=leader-not") == true)
        }
    }

    /// A line after the chain, and the first of what it affects, without what goes in turn.
    static let corrections: [(String, [String])] = [
        (
            "workshop void W-1 reason=x",
            [
                "about=P-3 programme=CPSMP role=leader was=active state=provisional "
                    + "current-until=2027-01-12",
                "about=P-4 programme=CPSMP role=leader was=active state=provisional "
                    + "current-until=2027-02-02",
            ]
        ),
        (
            "licence revoke L-1 from=2026-02-01",
            [
                "about=T-4 code=no-licence programme=CPSMP nearest=revoked licence=L-1",
                "about=W-1 code=no-licence programme=CPSMP nearest=revoked licence=L-1",
                "about=O-1 programme=CDSMP may-offer=no may-train=no reasons=no-licence",
                "about=O-1 programme=CPSMP may-offer=no may-train=no reasons=no-licence",
            ]
        ),
        (
            "licence suspend L-1 from=2026-02-09 until=2026-02-09",
            ["about=W-1 code=no-licence programme=CPSMP nearest=suspended licence=L-1"]
        ),
        (
            "organisation close O-1 on=2026-02-09",
            [
                "about=W-1 code=organisation-closed organisation=O-1 closed-on=2026-02-09",
                "about=O-1 programme=CDSMP may-offer=no may-train=no reasons=organisation-closed",
                "about=O-1 programme=CPSMP may-offer=no may-train=no reasons=organisation-closed",
                "about=O-1 programme=HLC-PAIN may-offer=no reasons=organisation-closed",
            ]
        ),
        (
            "certification suspend person=P-3 programme=CPSMP role=leader from=2026-02-09 "
                + "until=2026-02-10",
            [
                "about=W-1 code=leader-not-authorised person=P-3 programme=CPSMP state=suspended"
            ]
        ),
        (
            "certification revoke person=P-1 programme=CDSMP role=master-trainer from=2026-01-09",
            [
                "about=P-1 programme=CDSMP role=master-trainer was=active state=revoked "
                    + "current-until=2027-12-01",
                "about=O-1 programme=CDSMP may-train=no reasons=too-few-master-trainers",
            ]
        ),
        (
            "certification revoke person=P-4 programme=CDSMP role=leader from=2026-02-02",
            [
                "about=T-4 code=prerequisite-missing person=P-4 programme=CPSMP "
                    + "needs=CDSMP,TOMANDO",
                "about=P-4 programme=CDSMP role=leader was=provisional state=revoked "
                    + "current-until=2027-01-08",
            ]
        ),
        (
            "person leave P-1 organisation=O-1 until=2026-05-31",
            ["about=O-1 programme=CDSMP may-train=no reasons=too-few-master-trainers"]
        ),
        ("person leave P-1 organisation=O-1 until=2026-06-01", []),
        (
            "person amend P-3 peer-for=\"\"",
            [
                "about=W-1 code=no-peer-leader programme=CPSMP",
                "about=O-1 programme=CPSMP may-offer=no reasons=no-peer-leader",
            ]
        ),
        ("person amend P-3 name=Other", []),
        (
            "licence amend L-1 programmes=CDSMP reason=x",
            [
                "about=T-2 code=no-licence programme=CPSMP nearest=programme-not-covered "
                    + "licence=L-1",
                "about=T-3 code=no-licence programme=CPSMP nearest=programme-not-covered "
                    + "licence=L-1",
                "about=T-4 code=no-licence programme=CPSMP nearest=programme-not-covered "
                    + "licence=L-1",
                "about=W-1 code=no-licence programme=CPSMP nearest=programme-not-covered "
                    + "licence=L-1",
                "about=O-1 programme=CPSMP may-offer=no may-train=no reasons=no-licence",
            ]
        ),
        ("licence amend L-1 workshops-per-year=9", []),
        ("certification revoke person=P-3 programme=CPSMP role=leader from=2026-06-02", []),
        ("licence suspend L-1 from=2026-06-02", []),
    ]

    @Test(arguments: corrections)
    func isFoundFor(_ line: String, _ wanted: [String]) async throws {
        try await TestSession.with { session in
            try await Self.playChain(session)
            let dry = try await session.done(line + " dry-run=yes")
            let direct = dry.affected.filter { !$0.contains(" through=") }
            #expect(direct == wanted, "\(dry.affected)")
            #expect(try await session.done(line).affected == dry.affected)
        }
    }

    /// A reinstatement gives back: nothing is broken by it, what is possible again is told.
    @Test func tellsWhatIsGained() async throws {
        try await TestSession.with { session in
            try await Self.playChain(session)
            let name = "person=P-1 programme=CDSMP role=master-trainer"
            try await session.done("certification suspend \(name) from=2026-01-01")
            let reinstated = try await session.done("certification reinstate \(name)")
            #expect(
                reinstated.affected == [
                    "about=P-1 programme=CDSMP role=master-trainer was=suspended state=active "
                        + "current-until=2027-12-01",
                    "about=O-1 programme=CDSMP may-train=yes",
                ])
        }
    }

    /// What an umbrella licence covered stands on the cover.
    @Test func followsTheCover() async throws {
        try await TestSession.with { session in
            try await session.beginScene()
            try await session.done(
                "licence grant O-2 type=umbrella programmes=CDSMP from=2026-01-01 "
                    + "external-id=wide",
                "organisation add name=Third country=DK",
                "licence cover ext:wide organisation=O-3 from=2026-01-01",
                Self.chain[0].replacing("organisation=O-1", "organisation=O-3"))
            let before = try await session.done(
                "licence uncover ext:wide organisation=O-3 until=2026-01-04 dry-run=yes")
            #expect(
                before.affected.filter { !$0.contains(" through=") } == [
                    "about=T-1 code=no-licence programme=CDSMP nearest=expired licence=L-2"
                ])
            let after = try await session.done(
                "licence uncover ext:wide organisation=O-3 until=2026-01-05")
            #expect(after.affected == [])
        }
    }
}

extension TestReply {
    /// The `* affected` lines that name anything of this direct kind, without their kind.
    var affected: [String] {
        lines.filter { $0.hasPrefix("* affected ") }.map { String($0.dropFirst(11)) }
    }
}
