import Foundation
import Glibc
import Testing

@testable import Daemon

/// What the composed daemon does for its clients.
extension DaemonProcessTests {
    @Suite struct DaemonServiceTests {
        @Test func overTCPThePublicMayOnlyCheck() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder, ["--listen", "127.0.0.1:0"])
                try daemon.waitUntilReady()
                let administrator = try TestClient(unix: folder.socket)
                _ = try administrator.reply()
                #expect(try administrator.ask("organisation add name=A country=IE").last == "OK")

                let port = try #require(
                    daemon.complaints.firstMatch(of: /listening on=tcp:127\.0\.0\.1:(\d+)/)
                        .flatMap { UInt16($0.1) })
                let client = try TestClient(loopbackPort: port)
                #expect(try client.reply().last == "OK ready")
                let denied = try client.ask("organisation add name=B country=IE")
                #expect(denied.count == 1)
                #expect(denied.last?.hasPrefix("NO auth-required message=") == true)
                let verdict = try client.ask("check organisation O-1 programme=CDSMP")
                #expect(verdict.first?.hasPrefix("* verdict organisation=O-1") == true)
                #expect(verdict.last == "OK")
                #expect(try client.ask("whoami").first?.contains("role=public") == true)
                #expect(!daemon.complaints.contains("name=A"))
                try daemon.stop()
            }
        }

        @Test func theNightlyRunCatchesUpUnlessItIsOff() async throws {
            try await StateFolderForTests.with { folder in
                var daemon = try DaemonProcess(folder, ["--nightly", "off"])
                try daemon.waitUntilReady()
                var client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                let old = Date(timeIntervalSinceNow: -5 * 86_400).formatted(
                    .iso8601.year().month().day())
                #expect(try client.ask("expiry run on=\(old)").last == "OK")
                // Every record of a request carries its name, those of the rooms below too.
                let record = try #require(
                    daemon.complaints.split(separator: "\n")
                        .first { $0.contains("expiry run finished") })
                #expect(record.hasSuffix(" on=\(old) request=s1-1 session=s1"))
                try daemon.stop()

                daemon = try DaemonProcess(folder, ["--nightly", "off"])
                try daemon.waitUntilReady()
                usleep(1_500_000)
                client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                #expect(try client.ask("expiry history").count == 2)
                try daemon.stop()

                daemon = try DaemonProcess(folder, ["--nightly", "00:00"])
                try daemon.waitUntilReady()
                client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                try eventually { try client.ask("expiry history").count >= 6 }
                try daemon.stop()
            }
        }

        @Test func theDaemonOutlivesItsDatabase() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder)
                try daemon.waitUntilReady()
                let client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                #expect(try client.ask("organisation add name=A country=IE request=r").last == "OK")
                kill(try #require(folder.postmaster), SIGKILL)
                var answers: Set<String> = []
                try eventually {
                    let last = try client.ask("organisation show O-1").last ?? ""
                    answers.insert(last.split(separator: " ").prefix(2).joined(separator: " "))
                    return last == "OK"
                }
                #expect(answers.isSubset(of: ["OK", "NO store-unavailable", "NO busy"]))
                let add = "organisation add name=A country=IE request=r"
                #expect(try client.ask(add).last == "OK replayed=yes")
                try daemon.stop()
            }
        }

        @Test func tooManySessionsAreTurnedAway() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder, ["--max-sessions", "1"])
                try daemon.waitUntilReady()
                let client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                let other = try TestClient(unix: folder.socket)
                #expect(try other.line()?.hasPrefix("BYE too-many-sessions") == true)
                #expect(try client.ask("status").joined().contains("sessions=1"))
                try daemon.stop()
            }
        }
    }
}
