import Foundation
import Logging
import Nightly
import Registry
import Store
import TestSupport
import Testing

@testable import Delivery

/// A folder to which programs in the place of `sendmail` and of the hook write what they get.
struct Outside: Sendable {
    let path: String
    var limits = DeliveryLimits()

    /// Does `body` with a folder of its own.
    static func with(_ body: (Outside) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "licentia-outside-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path + "/got", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(Outside(path: path))
    }

    /// A program that writes its arguments and its input to a file of its own, then does `then`.
    func program(_ name: String, then: String = "exit 0") throws -> DeliveryProgram {
        let script = """
            #!/bin/sh
            file=$(mktemp "\(path)/got/XXXXXXXX")
            { printf '%s\\n' "$*"; cat; } > "$file"
            \(then)
            """
        let file = path + "/" + name
        try script.write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: file)
        return DeliveryProgram(path: file, home: nil, limits: limits)
    }

    func mail(then: String = "exit 0", administrators: String? = "admin@example.org") throws
        -> Routes
    {
        Routes(
            mail: MailRoute(
                program: try program("sendmail", then: then),
                sender: try #require(MailAddress("licentia@example.org")),
                administrators: administrators.flatMap(MailAddress.init)))
    }

    /// What the programs got, in any order.
    func got() throws -> [String] {
        let folder = path + "/got"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
            .sorted()
    }

    func deliverer(_ store: Store, _ routes: Routes, on day: String = "2026-06-30") throws
        -> Deliverer
    {
        let today = try #require(CivilDate(day))
        return Deliverer(
            store: store, routes: routes, limits: limits, logger: .silent, today: { today })
    }
}

extension TestDatabase {
    /// O-1 with a contact and O-2 without one, with a licence each that ended on 2026-06-29.
    static let ended = """
        INSERT INTO organisation (name, country, contact)
        VALUES ('Smerteforeningen Ålborg', 'DK', 'west@example.org'), ('Two', 'IE', NULL);
        INSERT INTO licence (holder, type, any_programme, from_date, until_date)
        VALUES (1, 'multiple', true, '2026-01-01', '2026-06-29'),
            (2, 'multiple', true, '2026-01-01', '2026-06-29');
        UPDATE policy_number SET numbers = '{30000}' WHERE name = 'report-grace-days';
        INSERT INTO licence_report SELECT id, from_date, 1, 1, 1, until_date FROM licence;

        """

    /// Runs the night of a date.
    func run(_ day: String, telling routes: Routes) async throws {
        let date = try #require(CivilDate(day))
        _ = try await NightlyRun(store: store, logger: .silent, telling: routes.telling)
            .run(on: date)
    }

    /// `channel organisation outcome attempts fault` of every dispatch.
    func dispatches() async throws -> [String] {
        try await lines(
            "SELECT channel, organisation, outcome, attempts, fault FROM dispatch ORDER BY id")
    }

    /// What waits for another try, or stays with whoever took it, is due now.
    func hurry() async throws {
        try await execute("UPDATE dispatch SET due = now() WHERE settled IS NULL")
    }
}

/// The value of a header.
func header(_ name: String, of message: String) -> String? {
    message.split(separator: "\n").first { $0.hasPrefix(name + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
}
