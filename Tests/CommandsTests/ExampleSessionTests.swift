import Testing

/// The example of the protocol contract, word for word as far as it is fixed: keys may be added.
@Suite struct ExampleSessionTests {
    @Test func playsAsTheContractSays() async throws {
        try await TestSession.with(today: "2026-03-03") { session in
            try await expect(
                session, "organisation add name=\"Pain Alliance West\" country=IE",
                ["* organisation id=O-1 name=\"Pain Alliance West\" country=IE version=1", "OK"])
            let granted = await session.send(
                "licence grant O-1 type=multiple programmes=CDSMP,CPSMP from=2026-01-01")
            #expect(
                granted.lines == [
                    "* licence id=L-1 organisation=O-1 type=multiple programmes=CDSMP,CPSMP "
                        + "from=2026-01-01 until=2028-12-31 state=in-force version=1",
                    "OK",
                ])
            try await people(session)
            try await expect(
                session,
                "@a training record programme=CPSMP kind=cross format=one-day from=2026-03-02 "
                    + "until=2026-03-02 organisation=O-1 trainers=P-1,P-2 passed=P-7,P-8",
                [
                    "@a * reason code=prerequisite-missing person=P-8 programme=CPSMP "
                        + "needs=CDSMP,TOMANDO",
                    "@a NO prerequisite-missing reasons=1 message=\"P-8 must pass CDSMP or TOMANDO "
                        + "training before 2026-03-02\"",
                ])
            try await expect(
                session, "check organisation O-1 programme=CPSMP on=2026-03-03",
                [
                    "* verdict organisation=O-1 programme=CPSMP on=2026-03-03 may-offer=no "
                        + "may-train=yes leaders=2 master-trainers=2 licence=L-1",
                    "* reason for=offer code=no-peer-leader programme=CPSMP",
                    "OK",
                ])
        }
    }

    private func expect(_ session: TestSession, _ line: String, _ lines: [String]) async throws {
        let reply = await session.send(line)
        #expect(reply.lines == lines)
    }

    /// P-1 and P-2 are master trainers of O-1; P-7 is trained in CDSMP, P-8 is not.
    private func people(_ session: TestSession) async throws {
        for number in 1...8 { try await session.done("person add name=\"Person \(number)\"") }
        for number in 1...2 {
            try await session.done(
                "person join P-\(number) organisation=O-1 from=2026-01-01",
                "certification award P-\(number) programme=CPSMP role=master-trainer "
                    + "trained-on=2026-01-02 evidence=paper")
        }
        try await session.done(
            "certification award P-7 programme=CDSMP role=leader trained-on=2026-01-02 "
                + "evidence=paper")
    }
}
