import Foundation
import Registry
import TestSupport
import Testing

@testable import Delivery

/// Mail through programs of other people: msmtp in the place of `sendmail`, and a server that
/// speaks SMTP. `.ci/tools` installs both.
@Suite(
    .enabled(
        if: MailServer.client != nil && MailServer.isThere,
        "no msmtp, or python3 without the module aiosmtpd: see .ci/tools"))
struct RealMailTests {
    /// Does `body` with a server, and a route that leads to it by way of msmtp.
    private static func play(
        refusing: Int = 0, administrators: String? = nil,
        _ body: @Sendable (TestDatabase, Outside, Routes, MailServer) async throws -> Void
    ) async throws {
        try await Outside.with { outside in
            let server = try MailServer(refusing: refusing, in: outside.path)
            let account = """
                account default
                host 127.0.0.1
                port \(server.port)
                """
            let file = outside.path + "/.msmtprc"
            try account.write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let routes = Routes(
                mail: MailRoute(
                    program: DeliveryProgram(
                        path: try #require(MailServer.client), home: outside.path,
                        limits: outside.limits),
                    sender: try #require(MailAddress("licentia@example.org")),
                    administrators: administrators.flatMap(MailAddress.init)))
            try await TestDatabase.with { database in
                try await database.execute(TestDatabase.ended)
                try await database.run("2026-06-30", telling: routes)
                try await body(database, outside, routes, server)
            }
        }
    }

    @Test func aDigestArrivesOnceAndIsReadByOthers() async throws {
        try await Self.play(administrators: "admin@example.org") {
            database, outside, routes, server in
            let deliverer = try outside.deliverer(database.store, routes)
            #expect(try await deliverer.deliverDue() == 2)
            #expect(try await deliverer.deliverDue() == 0)
            let messages = try server.messages()
            #expect(messages.map(\.isRefused) == [false, false])
            #expect(messages.map(\.sender) == Array(repeating: "licentia@example.org", count: 2))
            let digest = try #require(messages.first { $0.recipients == ["west@example.org"] })
            #expect(digest.address == "west@example.org")
            #expect(digest.name == "Smerteforeningen Ålborg")
            #expect(digest.subject == "1 notice of 2026-06-30 for Smerteforeningen Ålborg")
            #expect(digest.text.contains("leaders, for Smerteforeningen Ålborg, 2026-06-30:"))
            #expect(digest.text.contains("Licence L-1 ended on 2026-06-29."))
            #expect(!digest.text.contains("L-2"))
            #expect(messages.contains { $0.recipients == ["admin@example.org"] })
        }
    }

    @Test func whatIsRefusedForTheTimeBeingIsSentAgainUnderTheSameName() async throws {
        try await Self.play(refusing: 1) { database, outside, routes, server in
            let deliverer = try outside.deliverer(database.store, routes)
            #expect(try await deliverer.deliverDue() == 1)
            #expect(try await database.dispatches()[0].hasPrefix("mail 1 - 1 exit-"))
            try await database.hurry()
            #expect(try await deliverer.deliverDue() == 1)
            try await database.hurry()
            #expect(try await deliverer.deliverDue() == 0)
            let messages = try server.messages()
            #expect(messages.map(\.isRefused) == [true, false])
            #expect(Set(messages.map(\.identity)).count == 1)
            #expect(try await database.dispatches()[0].hasPrefix("mail 1 delivered 2 "))
        }
    }

    @Test func whatBecameMootMeanwhileIsNotSentAgain() async throws {
        try await Self.play(refusing: 1) { database, outside, routes, server in
            let deliverer = try outside.deliverer(database.store, routes)
            #expect(try await deliverer.deliverDue() == 1)
            try await database.execute(
                """
                INSERT INTO licence (holder, type, any_programme, from_date, until_date, renewal_of)
                VALUES (1, 'multiple', true, '2026-06-30', '2029-06-29', 1)
                """)
            try await database.hurry()
            #expect(try await deliverer.deliverDue() == 1)
            #expect(try server.messages().map(\.isRefused) == [true])
            #expect(try await database.lines("SELECT outcome FROM dispatch") == ["moot"])
            #expect(
                try await database.lines(
                    "SELECT withdrawn_on FROM notice WHERE licence = 1 AND rule = 'expired'")
                    == ["2026-06-30"])
        }
    }
}
