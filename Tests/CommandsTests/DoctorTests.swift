import AdminProtocol
import Commands
import Store
import TestSupport
import Testing

/// `doctor` finds what a hand at `psql` broke, each kind by its name.
@Suite struct DoctorTests {
    private static func play(
        _ body: @Sendable (TestDatabase, TestSession) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.done("expiry run")
            try await body(database, session)
        }
    }

    /// After every write that there is.
    @Test func aRegistryThatOnlyCommandsWroteIsSound() async throws {
        try await TestDatabase.with { database in
            let session = try TestSession(database.store)
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            for line in DryRunTests.writes { try await session.done(DryRunTests.explained(line)) }
            _ = try await EventSealer(database.store).seal()
            let reply = try await session.done("doctor")
            let checked = Invariant.allCases.map { "* checked invariant=\($0.rawValue) breaches=0" }
            #expect(reply.lines == checked + ["OK sound=yes breaches=0"])
        }
    }

    /// What is done at `psql`, as the superuser, and what is then named.
    struct Break: Sendable, CustomTestStringConvertible {
        var invariant: Invariant
        var about: String
        var script: String
        var testDescription: String { "\(invariant.rawValue): \(about)" }

        init(_ invariant: Invariant, _ about: String, _ script: String) {
            self.invariant = invariant
            self.about = about
            self.script = script
        }
    }

    static let guards: [Break] = [
        Break(.guardsOn, "event", "ALTER TABLE event DISABLE TRIGGER event_is_kept"),
        Break(.guardsOn, "event_block", "DROP TRIGGER event_is_kept ON event_block"),
        Break(.guardsOn, "notice", "DROP INDEX notice_once"),
        Break(
            .guardsOn, "workshop",
            "ALTER TABLE workshop ADD CONSTRAINT short CHECK (sessions < 99) NOT VALID"),
        Break(
            .guardsOn, "affiliation",
            """
            ALTER TABLE affiliation
                DROP CONSTRAINT affiliation_person_organisation_daterange_excl
            """),
    ]

    static let organisations: [Break] = [
        Break(
            .licencesApart, "L-1",
            """
            ALTER TABLE licence_claim DROP CONSTRAINT licence_overlap;
            INSERT INTO licence (holder, type, any_programme, from_date, until_date)
            VALUES (1, 'multiple', true, '2027-01-01', '2027-12-31');
            """),
        Break(.claimsFollow, "L-1", "DELETE FROM licence_claim"),
        Break(.claimsFollow, "L-1", "UPDATE licence_claim SET days = daterange(NULL, NULL)"),
        Break(
            .renewalsOwn, "L-2",
            """
            INSERT INTO licence (holder, type, any_programme, from_date, until_date, renewal_of)
            VALUES (2, 'multiple', true, '2029-01-01', '2029-12-31', 1)
            """),
        Break(
            .parentsAbove, "O-1",
            """
            UPDATE organisation SET parent = 2 WHERE id = 1;
            UPDATE organisation SET parent = 1 WHERE id = 2;
            """),
    ]

    static let people: [Break] = [
        Break(
            .spansApart, "P-5",
            """
            ALTER TABLE affiliation
                DROP CONSTRAINT affiliation_person_organisation_daterange_excl;
            INSERT INTO affiliation (person, organisation, from_date)
            VALUES (5, 1, '2026-03-01');
            """),
        Break(.peopleMarked, "P-5", "UPDATE person SET merged_into = 6 WHERE id = 5"),
        Break(.peopleMarked, "P-6", "INSERT INTO person_merge VALUES (6, '{}')"),
        Break(
            .peopleMarked, "P-3",
            """
            UPDATE person SET name = '', external_id = NULL, erased_on = '2026-06-01'
            WHERE id = 3
            """),
        Break(
            .accountsBound, "A-1",
            """
            ALTER TABLE account DROP CONSTRAINT account_person_fkey;
            INSERT INTO account (name, roles, person) VALUES ('ann', '{trainer}', 77)
            """),
        Break(
            .accountsBound, "A-1",
            """
            UPDATE person SET merged_into = 6 WHERE id = 5;
            INSERT INTO account (name, roles, person) VALUES ('ann', '{trainer}', 5)
            """),
    ]

    static let records: [Break] = [
        Break(.formsKnown, "W-1", "UPDATE workshop SET mode = 'by-post'"),
        Break(.formsKnown, "T-1", "UPDATE training SET format = 'by-post'"),
        Break(
            .certificationsGiven, "C-7",
            "INSERT INTO certification (person, programme, role) VALUES (6, 'CDSMP', 'leader')"),
        Break(
            .certificationsGiven, "T-1",
            "INSERT INTO training_attendee (training, person, passed) VALUES (1, 6, true)"),
        Break(
            .standingDerived, "P-3",
            "UPDATE standing SET state = 'lapsed' WHERE person = 3 AND state = 'active'"),
        Break(.standingDerived, "P-4", "DELETE FROM standing WHERE person = 4"),
        Break(
            .standingDerived, "P-5",
            """
            INSERT INTO standing (person, programme, role, from_date, state, anchor)
            VALUES (5, 'CDSMP', 'leader', '2026-01-01', 'active', '2026-01-01')
            """),
        Break(.standingDerived, "P-3", "UPDATE workshop SET voided = true"),
    ]

    static let work: [Break] = [
        Break(
            .noticesOnce, "N-2",
            """
            DROP INDEX notice_once;
            INSERT INTO notice (rule, licence, until_date, on_date)
            VALUES ('expired', 1, '2028-12-31', '2026-06-01'),
                ('expired', 1, '2028-12-31', '2026-06-01');
            """),
        Break(
            .runsFinished, "run-2026-05-01",
            "INSERT INTO expiry_run (on_date) VALUES ('2026-05-01')"),
        Break(
            .requestsAnswered, "request",
            "INSERT INTO request (account, token, line_hash) VALUES ('x', 'y', '\\x00')"),
        Break(
            .eventsThere, "O-3", "INSERT INTO organisation (name, country) VALUES ('X', 'IE')"),
        Break(
            .eventsSealed, "E-3",
            """
            ALTER TABLE event DISABLE TRIGGER event_is_kept;
            ALTER TABLE event_personal DISABLE TRIGGER event_personal_is_kept;
            DELETE FROM event_personal WHERE event = 3;
            DELETE FROM event WHERE serial = 3;
            """),
        Break(
            .eventsSealed, "E-0",
            """
            INSERT INTO event (serial, account, command, thing)
            OVERRIDING SYSTEM VALUE VALUES (0, 'x', 'x', 'x')
            """),
    ]

    static let breaks = guards + organisations + people + records + work

    @Test func eachInvariantHasABreak() {
        #expect(Set(Self.breaks.map(\.invariant)) == Set(Invariant.allCases))
    }

    @Test(arguments: breaks) func whatIsBrokenIsNamed(_ broken: Break) async throws {
        try await Self.play { database, session in
            _ = try await EventSealer(database.store).seal()
            try await database.execute(broken.script)
            let name = broken.invariant.rawValue
            let reply = try await session.done("doctor \(name)")
            let breach = try #require(reply.data.first)
            #expect(breach.kind == "breach", "\(reply.lines)")
            #expect(breach["invariant"] == name)
            #expect(breach["about"] == broken.about, "\(reply.lines)")
            #expect(reply.data.last?["invariant"] == name)
            #expect(reply.final("sound") == "no")
            #expect(reply.final("breaches") == reply.data.last?["breaches"])
        }
    }

    /// Of many breaches some are named, and that there are more is said.
    @Test func namesNoMoreThanAHundred() async throws {
        try await Self.play { database, session in
            try await database.execute(
                """
                INSERT INTO organisation (name, country)
                SELECT 'X', 'IE' FROM generate_series(1, 150)
                """)
            let reply = try await session.done("doctor events-there")
            #expect(reply.data.count == DoctorLimits.named + 1)
            #expect(reply.data.last?["more"] == "yes")
            #expect(reply.final("breaches") == "\(DoctorLimits.named)")
        }
    }

    /// A mode that a programme once had is one of which old workshops may be.
    @Test func rememberWhatAProgrammeHad() async throws {
        try await Self.play { _, session in
            let programme = try await session.done("programme show CDSMP")
            let modes = try #require(programme["modes"])
            #expect(modes.hasPrefix("in-person"))
            try await session.done("programme amend CDSMP modes=virtual reason=because")
            #expect(try await session.done("doctor forms-known").final("sound") == "yes")
        }
    }
}
