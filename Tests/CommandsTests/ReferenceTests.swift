import Testing

@Suite struct ReferenceTests {
    /// A line that names things by external id, each of which is there.
    static let external = [
        "organisation show ext:org-one", "organisation list parent=ext:org-one",
        "organisation add name=Child country=IE parent=ext:org-one",
        "organisation amend ext:org-one sector=public", "person show ext:per-1",
        "person list organisation=ext:org-one", "person amend ext:per-1 email=a@b.example",
        "person leave ext:per-6 organisation=ext:org-one until=2026-05-01",
        "person join ext:per-6 organisation=ext:org-one from=2026-05-10",
        "licence show ext:lic-one", "licence list organisation=ext:org-one",
        "licence suspend ext:lic-one from=2026-05-01 until=2026-05-02",
        "licence reinstate ext:lic-one from=2026-05-02", "licence renew ext:lic-one",
        "licence amend ext:lic-one trainings-per-year=3", "licence usage ext:lic-one",
        "licence grant ext:org-one type=umbrella programmes=TOMANDO external-id=lic-two",
        "licence cover ext:lic-two organisation=O-2 from=2026-06-01",
        "licence uncover ext:lic-two organisation=O-2 until=2026-06-30",
        "training show ext:tra-one", "training list organisation=ext:org-one person=ext:per-1",
        "training record programme=CDSMP kind=leader from=2026-05-04 until=2026-05-07 "
            + "organisation=ext:org-one trainers=ext:per-1,P-2 passed=ext:per-5 failed=ext:per-6",
        "workshop show ext:wor-one", "workshop list organisation=ext:org-one person=ext:per-3",
        "workshop record programme=CDSMP organisation=ext:org-one from=2026-04-20 "
            + "until=2026-05-25 sessions=6 leaders=ext:per-3 staff=ext:per-4",
        "certification award ext:per-6 programme=CPSMP role=leader trained-on=2026-01-02 "
            + "evidence=paper",
        "certification show person=ext:per-3 programme=CDSMP role=leader",
        "certification list person=ext:per-3 organisation=ext:org-one",
        "certification suspend person=ext:per-3 programme=CDSMP role=leader from=2026-05-02",
        "certification reinstate ext:per-3 programme=CDSMP role=leader from=2026-05-03",
        "certification revoke person=ext:per-3 programme=CDSMP role=leader",
        "certification restore person=ext:per-3 programme=CDSMP role=leader reason=x",
        "certification void person=ext:per-6 programme=CPSMP role=leader "
            + "trained-on=2026-01-02 reason=x",
        "check organisation ext:org-one programme=CDSMP",
        "check person ext:per-1 programme=CDSMP",
        "check trainee ext:per-5 programme=CDSMP kind=leader",
        "notice list organisation=ext:org-one person=ext:per-1 licence=ext:lic-one",
        "training schedule programme=CDSMP kind=leader from=2026-06-01 until=2026-06-01 days=4 "
            + "organisation=ext:org-one trainers=ext:per-1,P-2 attendees=ext:per-5 "
            + "passed=ext:per-6 external-id=planned",
        "training complete ext:planned organisation=ext:org-one trainers=ext:per-1,ext:per-2 "
            + "passed=ext:per-5 failed=ext:per-6",
        "workshop schedule programme=CDSMP organisation=ext:org-one from=2026-05-18 "
            + "until=2026-06-01 sessions=6 leaders=ext:per-3 staff=P-4 external-id=planned",
        "workshop complete ext:planned organisation=ext:org-one leaders=ext:per-3,ext:per-4",
        "training void ext:tra-one reason=x", "workshop void ext:wor-one reason=x",
        "licence revoke ext:lic-one", "organisation close ext:org-one",
        "licence restore ext:lic-one reason=x", "organisation reopen ext:org-one reason=x",
    ]

    @Test func takesExternalIDsEverywhere() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            for line in Self.external {
                let reply = await session.send(line)
                #expect(reply.isOK, "\(line): \(reply.lines)")
            }
        }
    }

    /// A line, and the key and value under which the reply names what is not there.
    static let absent: [(String, String, String)] = [
        ("organisation show O-9", "organisation", "O-9"),
        ("organisation show ext:none", "organisation", "ext:none"),
        ("organisation amend O-9 name=x", "organisation", "O-9"),
        ("organisation amend O-1 parent=O-9", "organisation", "O-9"),
        ("organisation add name=x country=IE parent=O-9", "organisation", "O-9"),
        ("organisation close O-9", "organisation", "O-9"), ("person show P-9", "person", "P-9"),
        ("person amend P-9 name=x", "person", "P-9"),
        ("person add name=x peer-for=NONE", "programme", "NONE"),
        ("person amend P-1 peer-for=NONE", "programme", "NONE"),
        ("person join P-9 organisation=O-1", "person", "P-9"),
        ("person join P-1 organisation=O-9", "organisation", "O-9"),
        ("person leave P-1 organisation=O-9", "organisation", "O-9"),
        ("licence grant O-9 type=multiple programmes=CDSMP", "organisation", "O-9"),
        ("licence grant O-1 type=multiple programmes=NONE", "programme", "NONE"),
        ("licence show L-9", "licence", "L-9"), ("licence renew L-9", "licence", "L-9"),
        ("licence amend L-9 until=2027-01-01 reason=x", "licence", "L-9"),
        ("licence amend L-1 programmes=NONE reason=x", "programme", "NONE"),
        ("licence usage L-9", "licence", "L-9"),
        (
            "licence report L-9 year=2026-01-01 workshops=0 participants=0 trainings=0",
            "licence", "L-9"
        ),
        ("licence suspend L-9", "licence", "L-9"), ("licence reinstate L-9", "licence", "L-9"),
        ("licence revoke L-9", "licence", "L-9"),
        ("licence restore L-9 reason=x", "licence", "L-9"),
        ("organisation reopen O-9 reason=x", "organisation", "O-9"),
        ("licence cover L-9 organisation=O-1", "licence", "L-9"),
        ("licence cover L-1 organisation=O-9", "organisation", "O-9"),
        ("licence uncover L-1 organisation=O-9", "organisation", "O-9"),
        ("training complete T-9", "training", "T-9"),
        ("workshop complete W-9", "workshop", "W-9"),
        ("training void T-9 reason=x", "training", "T-9"),
        ("workshop void W-9 reason=x", "workshop", "W-9"),
        ("training show T-9", "training", "T-9"), ("workshop show W-9", "workshop", "W-9"),
        (
            "training record programme=CDSMP kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-9", "person", "P-9"
        ),
        (
            "training record programme=NONE kind=leader from=2026-02-02 until=2026-02-05 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-3", "programme", "NONE"
        ),
        (
            "workshop record programme=CDSMP organisation=O-9 from=2026-02-02 until=2026-02-05 "
                + "sessions=6 leaders=P-1", "organisation", "O-9"
        ),
        (
            "workshop record programme=CDSMP organisation=O-1 from=2026-02-02 until=2026-02-05 "
                + "sessions=6 staff=ext:none", "person", "ext:none"
        ),
        ("certification show C-99", "certification", "C-99"),
        ("certification show person=P-5 programme=CDSMP role=leader", "person", "P-5"),
        ("certification suspend C-99", "certification", "C-99"),
        ("certification reinstate C-99", "certification", "C-99"),
        ("certification revoke C-99", "certification", "C-99"),
        ("certification restore C-99 reason=x", "certification", "C-99"),
        ("certification void C-99 trained-on=2026-01-01 reason=x", "certification", "C-99"),
        (
            "certification award P-9 programme=CDSMP role=leader trained-on=2026-01-01 evidence=x",
            "person", "P-9"
        ),
        (
            "certification award P-1 programme=NONE role=leader trained-on=2026-01-01 evidence=x",
            "programme", "NONE"
        ),
        ("certification list person=ext:none", "person", "ext:none"),
        ("check organisation O-9 programme=CDSMP", "organisation", "O-9"),
        ("check organisation O-1 programme=NONE", "programme", "NONE"),
        ("check person P-9 programme=CDSMP", "person", "P-9"),
        ("check person P-1 programme=NONE", "programme", "NONE"),
        ("check trainee P-9 programme=CDSMP kind=leader", "person", "P-9"),
        ("programme show NONE", "programme", "NONE"),
        ("programme list after=NONE", "programme", "NONE"),
        (
            "programme define X title=x sessions=1 modes=a formats=leader/standard:1 needs=NONE",
            "programme", "NONE"
        ),
        ("notice ack N-9", "notice", "N-9"), ("notice list person=ext:none", "person", "ext:none"),
    ]

    @Test func namesWhatIsNotThere() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            for (line, key, value) in Self.absent {
                let reply = await session.send(line)
                #expect(reply.outcome == "NO not-found", "\(line): \(reply.lines)")
                #expect(reply.final(key) == value, "\(line): \(reply.lines)")
            }
        }
    }
}
