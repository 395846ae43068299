import EmbeddedPostgres
import Foundation
import Glibc
import Testing

@testable import TestSupport

/// The shared server of a test process.
@Suite struct TestClusterTests {
    @Test func everyCallerGetsTheSameServer() async throws {
        async let first = TestCluster.shared.connectionString()
        async let second = TestCluster.shared.connectionString()
        let both = try await [first, second]
        #expect(both[0] == both[1])
        #expect(both[0].contains("\(TestCluster.folderPrefix)\(getpid())/postgres/run"))
    }

    @Test func onlyFoldersOfDeadProcessesAreAbandoned() throws {
        let living = "\(TestCluster.parentFolder)/\(TestCluster.folderPrefix)1"
        let dead = "\(TestCluster.parentFolder)/\(TestCluster.folderPrefix)4194304"
        for folder in [living, dead] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        }
        defer {
            for folder in [living, dead] { try? FileManager.default.removeItem(atPath: folder) }
        }
        let folders = AbandonedCluster.findAll().map(\.folder)
        #expect(!folders.contains(living))
        #expect(folders.contains(dead))
    }
}
