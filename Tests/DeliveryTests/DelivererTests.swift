import Foundation
import Registry
import Store
import TestSupport
import Testing

@testable import Delivery

/// From a nightly run to the programs outside.
@Suite struct DelivererTests {
    private static func play(
        _ facts: String = TestDatabase.ended,
        _ body: @Sendable (TestDatabase, Outside) async throws -> Void
    ) async throws {
        try await Outside.with { outside in
            try await TestDatabase.with { database in
                try await database.execute(facts)
                try await body(database, outside)
            }
        }
    }

    @Test func eachRecipientGetsOneDigestOnce() async throws {
        try await Self.play { database, outside in
            let routes = try outside.mail()
            try await database.run("2026-06-30", telling: routes)
            let deliverer = try outside.deliverer(database.store, routes)
            #expect(try await deliverer.deliverDue() == 2)
            #expect(try await deliverer.deliverDue() == 0)
            let got = try outside.got()
            try #require(got.count == 2)
            #expect(got[0].hasPrefix("-i -f licentia@example.org -- admin@example.org\n"))
            #expect(got[0].contains("Licence L-2 ended on 2026-06-29."))
            #expect(!got[0].contains("L-1"))
            #expect(got[1].hasPrefix("-i -f licentia@example.org -- west@example.org\n"))
            #expect(got[1].contains("Licence L-1 ended on 2026-06-29."))
            #expect(
                header("To", of: got[1]) == "=?utf-8?B?U21lcnRlZm9yZW5pbmdlbiDDhWxib3Jn?=")
            #expect(got[1].utf8.allSatisfy { $0 < 0x80 })
            #expect(
                try await Set(database.dispatches()) == [
                    "mail 1 delivered 1 -", "mail - delivered 1 -",
                ])
            let states = try await database.lines(
                "SELECT notice_delivery(id) FROM notice WHERE rule = 'expired'")
            #expect(states == ["delivered", "delivered"])
        }
    }

    /// Nobody who is not to be told is told later, when delivery is switched on.
    @Test func whatWasRunWithoutDeliveryIsNeverTold() async throws {
        try await Self.play { database, outside in
            try await database.run("2026-06-30", telling: Routes())
            let deliverer = try outside.deliverer(database.store, try outside.mail())
            #expect(try await deliverer.deliverDue() == 0)
            #expect(try await database.dispatches() == [])
        }
    }

    @Test func whatFailsIsTriedAgainUnderTheSameNameAndGivenUp() async throws {
        try await Self.play { database, outside in
            var outside = outside
            outside.limits.attempts = 3
            let routes = try outside.mail(then: "exit 75", administrators: nil)
            try await database.run("2026-06-30", telling: routes)
            let deliverer = try outside.deliverer(database.store, routes)
            for attempt in 1...3 {
                #expect(try await deliverer.deliverDue() == 1)
                // It waits before the next try.
                #expect(try await deliverer.deliverDue() == 0)
                let outcome = attempt < 3 ? "-" : "undeliverable"
                #expect(
                    try await database.dispatches() == ["mail 1 \(outcome) \(attempt) exit-75"])
                try await database.hurry()
            }
            #expect(try await deliverer.deliverDue() == 0)
            let names = try outside.got().map { header("Message-ID", of: $0) }
            #expect(names.count == 3)
            #expect(Set(names).count == 1)
            let list = try await database.lines(
                "SELECT notice_delivery(id) FROM notice WHERE licence = 1 AND rule = 'expired'")
            #expect(list == ["undeliverable"])
        }
    }

    /// A daemon that sent a message and died before it could say so.
    @Test func aCrashAfterSendingSendsAgainUnderTheSameName() async throws {
        try await Self.play { database, outside in
            let routes = try outside.mail(administrators: nil)
            try await database.run("2026-06-30", telling: routes)
            let deliverer = try outside.deliverer(database.store, routes)
            _ = try await deliverer.deliverDue()
            try await database.execute(
                "UPDATE dispatch SET settled = NULL, outcome = NULL, due = now() + '5 min'")
            // As long as the dead one may still be at it, nobody else is.
            #expect(try await deliverer.deliverDue() == 0)
            try await database.hurry()
            #expect(try await deliverer.deliverDue() == 1)
            let names = try outside.got().map { header("Message-ID", of: $0) }
            #expect(names.count == 2)
            #expect(Set(names).count == 1)
        }
    }

    @Test func twoDaemonsSendEachMessageOnce() async throws {
        let facts = """
            INSERT INTO organisation (name, country, contact)
            SELECT 'O ' || n, 'IE', 'o' || n || '@example.org' FROM generate_series(1, 20) n;
            INSERT INTO licence (holder, type, any_programme, from_date, until_date)
            SELECT id, 'multiple', true, '2026-01-01', '2026-06-29' FROM organisation;

            """
        try await Self.play(facts) { database, outside in
            let routes = try outside.mail(then: "sleep 0.05")
            try await database.run("2026-06-30", telling: routes)
            try await database.withSecondStore { second in
                async let one = outside.deliverer(database.store, routes).deliverDue()
                async let two = outside.deliverer(second, routes).deliverDue()
                let counts = try await [one, two]
                #expect(counts.reduce(0, +) == 20)
            }
            let got = try outside.got().map { header("Message-ID", of: $0) }
            #expect(got.count == 20)
            #expect(Set(got).count == 20)
        }
    }

    @Test func whatIsMootBeforeItIsSentIsWithdrawn() async throws {
        try await Self.play { database, outside in
            let routes = try outside.mail()
            try await database.run("2026-06-30", telling: routes)
            try await database.execute(
                """
                INSERT INTO licence (holder, type, any_programme, from_date, until_date, renewal_of)
                VALUES (1, 'multiple', true, '2026-06-30', '2029-06-29', 1);
                UPDATE notice SET acknowledged = now() WHERE licence = 2;
                """)
            #expect(try await outside.deliverer(database.store, routes).deliverDue() == 2)
            #expect(try outside.got() == [])
            #expect(
                try await database.lines("SELECT DISTINCT outcome FROM dispatch") == ["moot"])
            #expect(
                try await database.lines(
                    """
                    SELECT n.id, n.withdrawn_on, e.account FROM notice n
                    JOIN event e ON e.thing = 'N-' || n.id AND e.account = 'delivery'
                    """) == ["1 2026-06-30 delivery"])
        }
    }

    /// What rests is not told, and is told once it has rested.
    @Test func aSnoozedNoticeIsToldOnTheDayAfter() async throws {
        try await Self.play { database, outside in
            let routes = try outside.mail(administrators: nil)
            try await database.run("2026-06-30", telling: routes)
            try await database.execute("UPDATE notice SET snoozed_until = '2026-07-02'")
            #expect(try await outside.deliverer(database.store, routes).deliverDue() == 1)
            #expect(try outside.got() == [])
            try await database.run("2026-07-03", telling: routes)
            let later = try outside.deliverer(database.store, routes, on: "2026-07-03")
            #expect(try await later.deliverDue() == 1)
            #expect(try outside.got().first?.contains("Licence L-1 ended on 2026-06-29.") == true)
        }
    }

    @Test func theHookGetsOneNoticeAtATime() async throws {
        try await Self.play { database, outside in
            let routes = Routes(
                hook: HookRoute(program: try outside.program("hook")) { "{\"id\":\"\($0.id)\"}" })
            try await database.run("2026-06-30", telling: routes)
            _ = try await outside.deliverer(database.store, routes).deliverDue()
            let expired = try await database.lines(
                "SELECT 'N-' || id FROM notice WHERE NOT passed_over ORDER BY 1")
            #expect(try outside.got() == expired.map { "\n{\"id\":\"\($0)\"}" })
        }
    }

    /// A program that never ends is ended, with what it started.
    @Test func aProgramThatTakesTooLongIsEnded() async throws {
        try await Self.play { database, outside in
            var outside = outside
            outside.limits.programTime = .seconds(1)
            outside.limits.programGrace = .seconds(1)
            let left = outside.path + "/left"
            let routes = try outside.mail(
                then: "trap '' TERM; sleep 600 & echo $! > \(left); wait; wait; sleep 600",
                administrators: nil)
            try await database.run("2026-06-30", telling: routes)
            #expect(try await outside.deliverer(database.store, routes).deliverDue() == 1)
            #expect(try await database.dispatches() == ["mail 1 - 1 timed-out"])
            let process = try String(contentsOfFile: left, encoding: .utf8)
            let number = try #require(
                Int32(process.trimmingCharacters(in: .whitespacesAndNewlines)))
            let hasEnded = await eventually { isGone(number) }
            #expect(hasEnded)
        }
    }

    static let faults: [(path: String, fault: String)] = [
        ("/nonexistent/sendmail", "exit-127"), ("/etc/passwd", "exit-126"),
    ]

    @Test(arguments: faults)
    func aProgramThatIsNotThereIsAFault(path: String, fault: String) async throws {
        let program = DeliveryProgram(path: path, home: nil)
        #expect(await program.run([], input: "x") == fault)
    }
}

/// Whether a process has ended, a zombie that nobody has asked after included.
private func isGone(_ number: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else {
        return true
    }
    return status.contains(") Z ")
}

/// Whether it holds within ten seconds.
private func eventually(_ condition: () -> Bool) async -> Bool {
    for _ in 0..<200 {
        if condition() { return true }
        try? await Task.sleep(for: .milliseconds(50))
    }
    return false
}
