import AdminProtocol
import TestSupport
import Testing

/// Mistakes are taken back with a reason; nothing is edited away.
@Suite struct CorrectionTests {
    @Test func takesAnAwardBack() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let name = "person=P-1 programme=CDSMP role=master-trainer"
            let void = "certification void \(name) trained-on=2025-12-01 reason=forged"
            let reply = try await session.done(void)
            #expect(reply["state"] == "untrained")
            #expect(
                reply.affected.first
                    == "about=T-1 code=trainer-not-authorised person=P-1 programme=CDSMP "
                    + "state=untrained on=2026-02-02")
            #expect(
                reply.affected.contains { $0.hasPrefix("about=W-1") && $0.contains("through=T-1") })
            #expect(await session.send(void).outcome == "NO conflict")
            // It may be given anew, for the same day, on better evidence.
            let again = try await session.done(
                "certification award P-1 programme=CDSMP role=master-trainer "
                    + "trained-on=2025-12-01 evidence=original")
            #expect(again["state"] == "active")
            let other = await session.send(void.replacing("2025-12-01", "2025-12-02"))
            #expect(other.outcome == "NO conflict")
        }
    }

    @Test func restoresACertification() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let name = "person=P-3 programme=CDSMP role=leader"
            let before = try await session.done("certification show \(name)")
            let restore = "certification restore \(name) reason=mistaken"
            #expect(await session.send(restore).outcome == "NO conflict")
            try await session.done("certification revoke \(name) from=2026-02-10")
            let reply = try await session.done(restore)
            for key in ["state", "anchor", "current-until", "revoked-on"] {
                #expect(reply[key] == before[key])
            }
            #expect(
                reply.affected == [
                    "about=P-3 programme=CDSMP role=leader was=revoked state=active "
                        + "current-until=2028-02-05"
                ])
        }
    }

    @Test func restoresALicenceUnlessAnotherTookItsPlace() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let restore = "licence restore L-1 reason=\"was paid\""
            #expect(await session.send(restore).outcome == "NO conflict")
            try await session.done("licence revoke L-1 from=2026-03-01")
            let reply = try await session.done(restore)
            #expect(reply["state"] == "in-force")
            #expect(reply["revoked-on"] == nil)
            #expect(
                reply.affected.contains("about=O-1 programme=CDSMP may-offer=yes may-train=yes"))
            try await session.done(
                "licence revoke L-1 from=2026-03-01",
                "licence grant O-1 type=multiple programmes=CDSMP from=2026-05-01")
            #expect(await session.send(restore).codes() == ["licence-overlap"])
        }
    }

    @Test func reopensAnOrganisation() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let reopen = "organisation reopen O-1 reason=mistaken"
            #expect(await session.send(reopen).outcome == "NO conflict")
            try await session.done("organisation close O-1 on=2026-01-01")
            let reply = try await session.done(reopen)
            #expect(reply["closed-on"] == nil)
            #expect(reply.affected.first == "about=O-1 programme=CDSMP may-offer=yes may-train=yes")
            try await session.done("organisation close O-1 on=2027-01-01")
        }
    }

    @Test(arguments: [
        "certification void person=P-1 programme=CDSMP role=master-trainer trained-on=2025-12-01",
        "certification restore person=P-1 programme=CDSMP role=master-trainer",
        "licence restore L-1", "organisation reopen O-1",
    ])
    func asksForAReason(_ line: String) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            #expect(await session.send(line).final("argument") == "reason")
        }
    }
}
