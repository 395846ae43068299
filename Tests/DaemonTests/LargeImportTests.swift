import Foundation
import Testing

/// A file of some megabytes through the real daemon.
extension DaemonProcessTests {
    @Suite struct LargeImportTests {
        /// Rows of about a thousand bytes.
        private static let rows = 12_000
        /// What a whole file in memory, and its rows and requests, would be far above.
        private static let mostGrowth = 64 * 1_024

        @Test func aLargeFileIsJudgedInBoundedMemory() async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder)
                try daemon.waitUntilReady()
                let client = try TestClient(unix: folder.socket)
                _ = try client.reply()
                try client.ask("person add name=Known external-id=known")
                let before = try Self.peak(of: daemon)
                let evidence = String(repeating: "certificate ", count: 80)
                var file = "person,programme,role,trained-on,evidence\n"
                for number in 1...Self.rows {
                    let who = number % 1_000 == 0 ? "known" : "nobody-\(number)"
                    let day = "2024-01-\(10 + number / 1_000)"
                    file += "ext:\(who),CDSMP,leader,\(day),\(evidence)\(number)\n"
                }
                let prompt = try client.ask("import certifications mode=best-effort")
                #expect(prompt.last?.hasPrefix("+ ") == true)
                let reply = try client.ask(file + ".")
                #expect(reply.last == "OK")
                let summary = reply.last { $0.hasPrefix("* summary") }
                #expect(summary == "* summary read=12000 stored=12 unchanged=0 refused=11988")
                #expect(try Self.peak(of: daemon) - before < Self.mostGrowth)
                try daemon.stop()
            }
        }

        /// The most memory that the process ever had, in KiB.
        private static func peak(of daemon: DaemonProcess) throws -> Int {
            let status = try String(
                contentsOfFile: "/proc/\(daemon.processID)/status", encoding: .utf8)
            let line = try #require(
                status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        }
    }
}
