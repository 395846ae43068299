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

    @Test func aRegistryThatOnlyCommandsWroteIsSound() async throws {
        try await Self.play { _, session in
            let reply = try await session.done("doctor")
            #expect(reply.data.filter { $0.kind == "breach" } == [])
            let checked = reply.data.filter { $0.kind == "checked" }.compactMap { $0["invariant"] }
            #expect(checked == Invariant.allCases.map(\.rawValue))
            #expect(reply.data.last?["breaches"] == "0")
        }
    }

    /// What is done at `psql`, as the superuser, and the thing that is then named.
    static let breaks: [(invariant: Invariant, script: String, thing: String)] = [
        (
            .licenceOverlap,
            """
            ALTER TABLE licence_claim DROP CONSTRAINT licence_overlap;
            INSERT INTO licence (holder, type, any_programme, from_date, until_date)
            VALUES (1, 'multiple', true, '2027-01-01', '2027-12-31');
            """, "L-1"
        ),
        (.claimsFollow, "DELETE FROM licence_claim", "L-1"),
        (.eventForEach, "INSERT INTO organisation (name, country) VALUES ('X', 'IE')", "O-3"),
        (
            .certificationGiven,
            "INSERT INTO certification (person, programme, role) VALUES (6, 'CDSMP', 'leader')",
            "C-7"
        ),
        (
            .affiliationOnce,
            """
            ALTER TABLE affiliation DROP CONSTRAINT
                affiliation_person_organisation_daterange_excl;
            INSERT INTO affiliation (person, organisation, from_date)
            VALUES (5, 1, '2026-03-01');
            """, "P-5"
        ),
        (
            .noticeOnce,
            """
            DROP INDEX notice_once;
            INSERT INTO notice (rule, licence, until_date, on_date)
            VALUES ('expired', 1, '2028-12-31', '2026-06-01'),
                ('expired', 1, '2028-12-31', '2026-06-01');
            """, "N-2"
        ),
        (.formKnown, "UPDATE workshop SET mode = 'by-post'", "W-1"),
        (
            .requestAnswered,
            "INSERT INTO request (account, token, line_hash) VALUES ('x', 'y', '\\x00')",
            "request"
        ),
        (
            .verdictPlausible,
            """
            INSERT INTO verdict_known VALUES (2, 'CDSMP', true, true)
            ON CONFLICT (organisation, programme) DO UPDATE SET may_offer = true;
            UPDATE organisation SET closed_on = '2026-05-01' WHERE id = 2;
            """, "O-2"
        ),
        (
            .renewalAfter,
            """
            INSERT INTO licence (holder, type, any_programme, from_date, until_date, renewal_of)
            VALUES (2, 'multiple', true, '2029-01-01', '2029-12-31', 1)
            """, "L-2"
        ),
        (
            .parentAbove,
            """
            UPDATE organisation SET parent = 2 WHERE id = 1;
            UPDATE organisation SET parent = 1 WHERE id = 2;
            """, "O-1"
        ),
        (.runsFinished, "INSERT INTO expiry_run (on_date) VALUES ('2026-05-01')", "run"),
        (.guardsOn, "ALTER TABLE event DISABLE TRIGGER event_is_kept", "event"),
        (
            .standingDerived,
            "UPDATE standing SET state = 'lapsed' WHERE person = 3 AND state = 'active'", "P-3"
        ),
        (.standingDerived, "DELETE FROM standing WHERE person = 4", "P-4"),
    ]

    @Test func eachInvariantHasABreak() {
        #expect(Set(Self.breaks.map(\.invariant)) == Set(Invariant.allCases))
    }

    @Test(arguments: breaks)
    func whatIsBrokenIsNamed(invariant: Invariant, script: String, thing: String) async throws {
        try await Self.play { database, session in
            try await database.execute(script)
            let reply = try await session.done("doctor invariant=\(invariant.rawValue)")
            let breach = try #require(reply.data.first)
            #expect(breach.kind == "breach", "\(reply.lines)")
            #expect(breach["invariant"] == invariant.rawValue)
            #expect(breach["thing"] == thing)
            #expect(reply.data.last?["breaches"] != "0")
        }
    }
}
