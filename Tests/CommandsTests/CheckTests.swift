import AdminProtocol
import Testing

@Suite struct CheckTests {
    @Test func judgesAnOrganisation() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let cases: [(String, String, String)] = [
                ("O-1 programme=CDSMP", "yes yes", ""),
                ("O-1 programme=CDSMP fresh=yes language=da", "yes yes", ""),
                ("O-1 programme=CPSMP", "no yes", "offer:no-peer-leader"),
                (
                    "O-1 programme=TOMANDO", "no no",
                    "offer:no-licence offer:too-few-leaders train:no-licence "
                        + "train:too-few-master-trainers"
                ),
                (
                    "O-1 programme=CDSMP on=2025-12-31", "no no",
                    "offer:no-licence offer:too-few-leaders train:no-licence "
                        + "train:too-few-master-trainers"
                ),
                (
                    "O-1 programme=CDSMP on=2029-01-01", "no no",
                    "offer:no-licence offer:too-few-leaders train:no-licence "
                        + "train:too-few-master-trainers"
                ),
                ("O-1 programme=HLC-PAIN", "yes no", "train:too-few-master-trainers"),
                (
                    "O-2 programme=PMP", "no no",
                    "offer:profession-missing offer:profession-missing offer:profession-missing "
                        + "train:too-few-master-trainers"
                ),
            ]
            for (line, verdict, reasons) in cases {
                let reply = try await session.done("check organisation \(line)")
                let said = [reply["may-offer"] ?? "-", reply["may-train"] ?? "-"]
                #expect(said.joined(separator: " ") == verdict, "\(line) \(reply.lines)")
                let found = reply.data.filter { $0.kind == "reason" }
                    .map { "\($0["for"] ?? "-"):\($0["code"] ?? "-")" }
                #expect(found.joined(separator: " ") == reasons, "\(line)")
            }
        }
    }

    @Test func judgesAPerson() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            #expect(
                await session.send("check person P-3 programme=CDSMP on=2026-02-05").lines == [
                    "* standing person=P-3 programme=CDSMP role=leader on=2026-02-05 "
                        + "state=provisional authorised=yes anchor=2026-02-05 "
                        + "current-until=2027-02-05",
                    "* standing person=P-3 programme=CDSMP role=master-trainer on=2026-02-05 "
                        + "state=untrained authorised=no",
                    "OK",
                ])
            for (day, state) in [
                ("2026-02-04", "untrained"), ("2026-04-05", "provisional"),
                ("2026-04-06", "active"), ("2028-02-05", "active"), ("2028-02-06", "lapsed"),
            ] {
                let line = "check person P-3 programme=CDSMP as=leader on=\(day)"
                #expect(try await session.done(line)["state"] == state, "\(day)")
            }
        }
    }

    @Test func judgesATrainee() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let cases: [(String, String)] = [
                ("P-3 programme=CPSMP kind=cross", ""),
                ("P-3 programme=CPSMP kind=cross on=2026-02-05", "prerequisite-missing"),
                ("P-3 programme=CPSMP kind=cross on=2026-02-06", ""),
                ("P-5 programme=CPSMP kind=leader", "prerequisite-missing"),
                ("P-3 programme=CDSMP kind=master", ""),
                ("P-5 programme=CDSMP kind=master", "not-a-leader"),
                ("P-3 programme=CDSMP kind=refresher", "refresher-too-early"),
                ("P-3 programme=CDSMP kind=refresher on=2027-02-05", "refresher-too-early"),
                ("P-3 programme=CDSMP kind=refresher on=2027-02-06", ""),
                ("P-5 programme=CDSMP kind=refresher", "never-trained"),
            ]
            for (line, codes) in cases {
                let reply = try await session.done("check trainee \(line)")
                #expect(reply.codes().joined(separator: " ") == codes, "\(line)")
                #expect(reply["may-attend"] == (codes.isEmpty ? "yes" : "no"), "\(line)")
            }
        }
    }
}
