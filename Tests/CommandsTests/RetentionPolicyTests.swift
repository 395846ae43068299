import AdminProtocol
import Testing

/// A change of the rules by which certifications are kept derives everybody's standing anew.
@Suite struct RetentionPolicyTests {
    @Test func everybodysStandingFollowsTheRow() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let line =
                "policy set retention=delivery role=leader first=12 later=2 source=letter "
                + "counts-first=workshop:in-person counts-later=workshop:any from=2026-05-01"
            // Trained on 5 February 2026, a workshop on 6 April: kept to the second window's end.
            let before = try await session.done("certification list person=P-3")
            #expect(before["state"] == "active")
            #expect(before["current-until"] == "2028-02-05")
            let set = try await session.done(line.replacing("first=12", with: "first=1"))
            let affected = set.data.filter { $0.kind == "affected" }
            #expect(affected.map { $0["programme"] } == ["CDSMP"])
            #expect(affected.map { $0["role"] } == ["leader"])
            #expect(affected.first?["people"] == "2")
            #expect(affected.first?["lost"] == "2")
            let now = try await session.done("certification list person=P-3")
            #expect(now["state"] == "lapsed")
            #expect(now["current-until"] == "2026-03-05")
            let check = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(check["state"] == "lapsed")
            // The time before the row is judged as it was.
            let then = try await session.done("certification list person=P-3 on=2026-04-30")
            #expect(then["state"] == "active")
            let ended = try await session.done("policy end \(set["id"] ?? "") until=2026-05-31")
            let gained = ended.data.first { $0.kind == "affected" && $0["gained"] == "2" }
            #expect(gained?["programme"] == "CDSMP")
            #expect(try await session.done("certification list person=P-3")["state"] == "active")
        }
    }

    @Test func aDryRunTellsAndChangesNothing() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            let before = try await session.done("certification list").lines
            let told = try await session.done(
                "policy set retention=delivery role=leader first=1 counts-first=workshop:any "
                    + "source=letter from=2026-05-01 dry-run=yes")
            #expect(told.data.contains { $0.kind == "affected" && $0["lost"] == "2" })
            #expect(try await session.done("certification list").lines == before)
        }
    }

    @Test func aProgrammesOwnRowGovernsItAlone() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "policy set retention=delivery role=leader programme=CPSMP first=1 "
                    + "counts-first=workshop:any source=letter from=2026-01-01")
            let cdsmp = try await session.done("check person P-3 programme=CDSMP as=leader")
            #expect(cdsmp["current-until"] == "2028-02-05")
        }
    }

    /// The licensor's newer policy: one workshop a year; with several programmes one within 12
    /// months of each cross-training, then every 24 months in each.
    @Test func theNewerLicensorPolicy() async throws {
        try await TestSession.with(today: "2026-06-01") { session in
            try await session.done(
                "policy set retention=delivery role=leader first=12 later=12 "
                    + "counts-first=workshop:any trained-in=one from=2026-01-01 source=licensor",
                "policy set retention=delivery-in-each role=leader first=12 later=24 "
                    + "counts-first=workshop:any trained-in=several from=2026-01-01 "
                    + "source=licensor")
            try await session.playScene()
            // P-3 and P-4 know one programme: a workshop every year.
            let one = "check person P-3 programme=CDSMP as=leader"
            #expect(try await session.done(one)["current-until"] == "2028-02-05")
            #expect(try await session.done("\(one) on=2028-02-06")["state"] == "lapsed")
            // P-3 is cross-trained in a second: every two years in each from then on.
            try await session.done(
                "training record programme=CPSMP kind=cross format=one-day from=2026-05-04 "
                    + "until=2026-05-04 organisation=O-1 trainers=P-1,P-2 passed=P-3")
            #expect(try await session.done(one)["current-until"] == "2029-02-05")
            let crossed = "check person P-3 programme=CPSMP as=leader"
            #expect(try await session.done(crossed)["current-until"] == "2027-05-04")
            #expect(try await session.done("\(crossed) on=2027-05-05")["state"] == "lapsed")
            let led = try session.on("2027-04-30")
            try await led.done(
                "workshop record programme=CPSMP organisation=O-1 from=2027-03-01 "
                    + "until=2027-04-05 sessions=6 leaders=P-3,P-1 enrolled=10")
            #expect(try await led.done(crossed)["current-until"] == "2029-05-04")
            // The derived rows of the other programme followed the cross-training too.
            let row = try await session.done("certification list person=P-3 programme=CDSMP")
            #expect(row["current-until"] == "2029-02-05")
            let other = try await session.done("certification list person=P-4 programme=CDSMP")
            #expect(other["current-until"] == "2028-02-05")
        }
    }

    @Test func activityInAnyProgrammeCountsWhereARowSaysSo() async throws {
        try await TestSession.with { session in
            try await session.done(
                "policy set retention=delivery role=leader first=12 counts-first=workshop:any "
                    + "counts-in=any from=2026-01-01 source=board")
            try await session.playScene()
            try await session.done(
                "training record programme=CPSMP kind=cross format=one-day from=2026-03-01 "
                    + "until=2026-03-01 organisation=O-1 trainers=P-1,P-2 passed=P-3,P-4")
            // The CDSMP workshop of April keeps CPSMP as well.
            let check = try await session.done("check person P-3 programme=CPSMP as=leader")
            #expect(check["state"] == "active")
            #expect(check["current-until"] == "2028-03-01")
            let row = try await session.done("certification list person=P-3 programme=CPSMP")
            #expect(row["current-until"] == "2028-03-01")
        }
    }
}
