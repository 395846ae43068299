import Foundation
import Glibc
import Testing

@testable import Daemon

/// The real daemon on a real embedded database, from its start to every kind of its end.
extension DaemonProcessTests {
    @Suite struct DaemonLifeTests {
        static let greeting =
            "* licentia version=0.1.0 protocol=1 "
            + "auth=external,scram-sha-256,token formats=text,json max-line=65536"

        @Test func whatWasAcknowledgedOutlivesAKill() async throws {
            try await StateFolderForTests.with { folder in
                let add = "organisation add name=\"Pain Alliance\" country=IE request=one"
                let first = try DaemonProcess(folder)
                try first.waitUntilReady()
                let client = try TestClient(unix: folder.socket)
                #expect(try client.reply() == [Self.greeting, "OK ready"])
                let added = try client.ask(add)
                #expect(
                    added.first?.hasPrefix("* organisation id=O-1 name=\"Pain Alliance\"") == true)
                #expect(added.last == "OK")
                first.send(SIGKILL)
                #expect(try first.wait() == -SIGKILL)

                let second = try DaemonProcess(folder)
                try second.waitUntilReady()
                let again = try TestClient(unix: folder.socket)
                _ = try again.reply()
                let replayed = try again.ask(add)
                #expect(replayed.dropLast() == added.dropLast())
                #expect(replayed.last == "OK replayed=yes")
                let list = try again.ask("organisation list")
                #expect(list.count == 2)
                #expect(list.first?.contains("id=O-1") == true)
                try second.stop()
            }
        }

        @Test func aSignalEndsInGoodOrder() async throws {
            try await StateFolderForTests.with { folder in
                let manager = try NotifySocket("@licentiad-test-\(UUID().uuidString)")
                let daemon = try DaemonProcess(folder, notify: manager.address)
                #expect(manager.receive(seconds: 60) == "READY=1")
                let client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                #expect(try client.ask("ping").last?.hasPrefix("OK") == true)
                #expect(!folder.processes.isEmpty)
                daemon.send(SIGTERM)
                let last = try client.reply()
                #expect(last.count == 1)
                #expect(last.first?.hasPrefix("BYE shutdown retry=yes message=") == true)
                #expect(try client.line() == nil)
                #expect(try daemon.wait() == 0)
                #expect(manager.receive() == "STOPPING=1")
                #expect(folder.processes == [])
                #expect(!FileManager.default.fileExists(atPath: folder.socket))
                #expect(daemon.complaints.contains(" info starting database=embedded"))
                #expect(daemon.complaints.hasSuffix(" info stopped\n"))
            }
        }

        @Test func aSecondDaemonOnTheFolderIsRefused() async throws {
            try await StateFolderForTests.with { folder in
                let first = try DaemonProcess(folder)
                try first.waitUntilReady()
                let second = try DaemonProcess(folder, ["--socket", folder.path + "/other.sock"])
                #expect(try second.wait() == 1)
                #expect(second.complaints.contains("process \(first.processID) holds"))
                // It did the first no harm.
                let client = try TestClient(unix: folder.socket)
                #expect(try client.reply().last == "OK ready")
                try first.stop()
            }
        }

        @Test func aSecondSignalEndsAtOnce() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder)
                try daemon.waitUntilReady()
                let server = try #require(folder.postmaster)
                // A server that cannot end keeps the orderly end waiting.
                kill(server, SIGSTOP)
                daemon.send(SIGTERM)
                try daemon.waitFor(" info stopping")
                usleep(200_000)
                daemon.send(SIGINT)
                #expect(try daemon.wait(seconds: 20) == 1)
                // The server's own processes see that it is gone.
                try eventually { folder.processes == [] }
            }
        }

        @Test func aStartThatFailsLeavesNothingBehind() async throws {
            try await StateFolderForTests.with { folder in
                let taken = try TakenPort()
                let daemon = try DaemonProcess(folder, ["--listen", "127.0.0.1:\(taken.port)"])
                #expect(try daemon.wait() == 1)
                #expect(daemon.complaints.contains("licentiad: Cannot listen on 127.0.0.1"))
                #expect(folder.processes == [])
            }
        }

        @Test func aSignalDuringTheStartIsHeard() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder)
                try daemon.waitFor("making a new database cluster")
                daemon.send(SIGTERM)
                #expect(try daemon.wait() == 0, "\(daemon.complaints)")
                #expect(folder.processes == [])
            }
        }
    }
}
