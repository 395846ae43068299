import EmbeddedPostgres
import Foundation
import Glibc
import Logging

/// A temporary state folder; its database's processes and its files go when the test calls `end`.
struct StateFolderForTests {
    let path: String

    init() throws {
        path = "/tmp/licentiad-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    var socket: String { path + "/run/licentiad.sock" }

    /// Runs a test with a folder of its own, on a thread of its own.
    static func with(
        _ body: @Sendable (StateFolderForTests) async throws -> Void
    ) async throws {
        let folder = try StateFolderForTests()
        do {
            try await withTaskExecutorPreference(BlockingExecutor()) { try await body(folder) }
        } catch {
            await folder.end()
            throw error
        }
        await folder.end()
    }

    private func end() async {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try? await EmbeddedCluster(folder: path, logger: logger).discardLeftovers()
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The process id of the embedded server.
    var postmaster: Int32? {
        let text = try? String(
            contentsOfFile: path + "/postgres/data/postmaster.pid", encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { Int32($0) }
    }

    /// Every process whose command line names the folder.
    var processes: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).contains(path)
        }
    }
}
