import Commands
import Registry
import Testing

/// What trainers and coordinators see and do, and who learns who lives with a condition.
@Suite struct ScopeTests {
    private static let trainer = AccountScope.person(PersonID(1))
    private static let leader = AccountScope.person(PersonID(3))
    private static let own = AccountScope.organisation(OrganisationID(1))
    private static let other = AccountScope.organisation(OrganisationID(2))

    /// The scene, and P-7 of O-2, who lives with chronic pain too.
    private func with(_ body: @Sendable (TestSession) async throws -> Void) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.done(
                "person add name=Seven peer-for=CPSMP email=seven@example.org",
                "person join P-7 organisation=O-2 from=2026-01-01")
            try await body(session)
        }
    }

    private func ids(_ session: TestSession, _ line: String) async throws -> [String?] {
        try await session.done(line).data.map { $0["id"] }
    }

    @Test func aTrainerSeesWhatTheyGaveAndLedAndThePeopleInIt() async throws {
        try await with { session in
            let trainer = session.known(as: "ann", .trainer, Self.trainer)
            let trainings = try await ids(trainer, "training list")
            #expect(trainings == ["T-1"])
            #expect(try await ids(trainer, "workshop list") == [])
            #expect(try await ids(trainer, "person list") == ["P-1", "P-2", "P-3", "P-4"])
            #expect(try await ids(trainer, "person find Person") == ["P-1", "P-2", "P-3", "P-4"])
            #expect(try await ids(trainer, "person find Seven") == [])
            #expect(try await ids(trainer, "organisation list") == ["O-1"])
            #expect(await trainer.send("person show P-5").outcome == "NO not-found")
            #expect(await trainer.send("person show P-99").outcome == "NO not-found")
            #expect(await trainer.send("workshop show W-1").outcome == "NO not-found")
            #expect(try await trainer.done("training show T-1")["id"] == "T-1")
            let leader = session.known(as: "cid", .trainer, Self.leader)
            #expect(try await ids(leader, "workshop list") == ["W-1"])
            #expect(try await ids(leader, "training list") == [])
            #expect(try await ids(leader, "person list") == ["P-3", "P-4"])
            #expect(
                try await leader.done("certification list").data.map { $0["person"] }
                    == ["P-3", "P-4"])
        }
    }

    /// Pages are cut after narrowing: a short page is the last one.
    @Test func pagesAreOfWhatIsSeen() async throws {
        try await with { session in
            let other = session.known(as: "bob", .coordinator, Self.other)
            let page = try await other.done("person list limit=1")
            #expect(page.data.map { $0["id"] } == ["P-7"])
            #expect(page.final("more") == nil)
        }
    }

    @Test func aTrainerRecordsOnlyWhatTheyGaveOrLed() async throws {
        try await with { session in
            let ann = session.known(as: "ann", .trainer, Self.trainer)
            let eve = session.known(as: "eve", .trainer, .person(PersonID(5)))
            let training =
                "training record programme=CDSMP kind=leader from=2026-04-06 until=2026-04-09 "
                + "organisation=O-1 trainers=P-1,P-2 passed=P-5,P-6"
            #expect(await eve.send(training).outcome == "NO denied")
            #expect(try await ids(ann, training) == ["T-2"])
            let workshop =
                "workshop record programme=CDSMP organisation=O-1 from=2026-04-13 until=2026-05-18 "
                + "sessions=6 leaders=P-5,P-6 enrolled=10"
            #expect(await ann.send(workshop).outcome == "NO denied")
            #expect(await ann.send(workshop + " dry-run=yes").outcome == "NO denied")
            #expect(try await ids(eve, workshop) == ["W-2"])
            let events = try await session.done("event list account=eve").data
            #expect(events.map { $0["thing"] } == ["W-2"])
        }
    }

    @Test func aCoordinatorSeesTheOwnOrganisation() async throws {
        try await with { session in
            let own = session.known(as: "ann", .coordinator, Self.own)
            let other = session.known(as: "bob", .coordinator, Self.other)
            #expect(try await ids(own, "person list").count == 6)
            #expect(try await ids(other, "person list") == ["P-7"])
            #expect(try await ids(own, "licence list") == ["L-1"])
            #expect(try await ids(other, "licence list") == [])
            #expect(await other.send("licence usage L-1").outcome == "NO not-found")
            #expect(try await ids(other, "workshop list") == [])
            #expect(try await ids(own, "workshop list") == ["W-1"])
            #expect(try await ids(own, "training list") == ["T-1"])
            #expect(try await ids(other, "organisation list") == ["O-2"])
            #expect(await other.send("person show ext:per-1").outcome == "NO not-found")
            #expect(await other.send("certification show C-1").outcome != "OK")
            // Belonging elsewhere is not theirs to know; belonging no more is not theirs to see.
            try await session.done("person join P-6 organisation=O-2")
            #expect(
                try await other.done("person show P-6")["affiliations"] == "O-2:2026-06-01/")
            try await session.done("person leave P-6 organisation=O-2 until=2026-06-01")
            #expect(try await ids(other.on("2026-06-02"), "person list") == ["P-7"])
        }
    }

    @Test func aCoordinatorWorksForTheOwnOrganisation() async throws {
        try await with { session in
            let other = session.known(as: "bob", .coordinator, Self.other)
            let added = try await other.done("person add name=Eight")
            #expect(added["affiliations"] == "O-2:2026-06-01/")
            try await other.done("person amend P-8 email=eight@example.org")
            #expect(await other.send("person amend P-1 email=x@y").outcome == "NO denied")
            #expect(
                await other.send("person join P-1 organisation=O-2").outcome == "NO denied",
                "nobody is fetched in order to be looked at")
            #expect(await other.send("person join P-8 organisation=O-1").outcome == "NO denied")
            try await other.done("person leave P-8 organisation=O-2")
            let workshop =
                "workshop record programme=HLC-PAIN from=2026-04-13 until=2026-05-18 sessions=6 "
            #expect(
                await other.send(workshop + "organisation=O-1 leaders=P-7").outcome == "NO denied")
            #expect(
                await other.send(workshop + "organisation=O-2 leaders=P-3").outcome == "NO denied",
                "whether P-3 lives with pain would be told by the reasons")
            #expect(try await ids(other, workshop + "organisation=O-2 leaders=P-7") == ["W-2"])
        }
    }

    @Test func noticesAreThoseOfTheOwnOrganisation() async throws {
        try await with { session in
            let late = try session.on("2028-12-30")
            try await late.done("expiry run")
            let all = try await late.done("notice list limit=1000").data.count
            let own = late.known(as: "ann", .coordinator, Self.own)
            let other = late.known(as: "bob", .coordinator, Self.other)
            #expect(try await ids(own, "notice list limit=1000").count == all)
            #expect(try await ids(other, "notice list") == [])
            #expect(await other.send("notice ack N-1").outcome == "NO denied")
            try await own.done("notice ack N-1")
        }
    }

    @Test func explanationsAndForecastsAreOfWhatIsSeen() async throws {
        try await with { session in
            let own = session.known(as: "ann", .coordinator, Self.own)
            let other = session.known(as: "bob", .coordinator, Self.other)
            for line in [
                "explain organisation O-1 programme=CPSMP", "explain person P-3 programme=CDSMP",
                "explain trainee P-3 programme=CPSMP kind=cross",
            ] {
                let whole = try await session.done(line).lines
                #expect(try await own.done(line).lines == whole)
                #expect(await other.send(line).outcome == "NO not-found")
            }
            let trainer = session.known(as: "tim", .trainer, Self.trainer)
            try await trainer.done("explain person P-3 programme=CDSMP")
            #expect(
                await trainer.send("explain person P-5 programme=CDSMP").outcome == "NO not-found")
            let forecast = try await session.done("forecast days=400 organisation=O-1").lines
            #expect(forecast.count > 2)
            #expect(try await own.done("forecast days=400").lines == forecast)
            #expect(await own.send("forecast organisation=O-2").outcome == "NO not-found")
            #expect(
                try await other.done("forecast days=400").data.allSatisfy {
                    !["P-1", "P-3", "O-1"].contains($0["about"] ?? $0["person"] ?? "")
                })
        }
    }

    /// The peer fact is health data.
    @Test func whoLivesWithAConditionIsForTheOwnOrganisationAndAdministrators() async throws {
        try await with { session in
            let mayKnow = [
                session, session.known(as: "ann", .coordinator, Self.own),
            ]
            let mayNot = [
                session.known(as: "ada", .auditor),
                session.known(as: "tim", .trainer, Self.trainer),
            ]
            for reader in mayKnow {
                #expect(try await reader.done("person show P-3")["peer-for"] == "CPSMP")
            }
            for reader in mayNot {
                for line in ["person show P-3", "person list", "person find Person"] {
                    let text = try await reader.done(line).lines.joined(separator: "\n")
                    #expect(text.contains("P-3") && !text.contains("peer-for"), "\(line)")
                }
            }
            let exported = "export people"
            let column = ",CPSMP,"
            #expect(try await session.done(exported).lines.contains { $0.contains(column) })
            #expect(try await !mayNot[0].done(exported).lines.contains { $0.contains(column) })
            for line in ["event list P-3", "watch from=E-1 wait=0"] {
                let told = try await session.done(line).lines.joined(separator: "\n")
                #expect(told.contains("peer-for"), "\(line)")
                let hidden = try await mayNot[0].done(line).lines.joined(separator: "\n")
                #expect(hidden.contains("P-3") && !hidden.contains("peer-for"), "\(line)")
            }
        }
    }
}
