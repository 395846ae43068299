import Foundation
import Glibc
import Logging
import Testing

@testable import EmbeddedPostgres

/// State folders and machines that a cluster cannot be had with: the error says what to do.
@Suite struct FolderRefusalTests {
    @Test(arguments: [("12", "pg_dump"), ("16", "postgresql-16"), ("99", "pg_dump")])
    func aDataFolderOfAnAbsentVersionIsNamed(version: String, mend: String) async throws {
        let scratch = try ScratchFolder()
        let layout = scratch.layout
        try FileManager.default.createDirectory(
            atPath: layout.dataFolder, withIntermediateDirectories: true)
        try "\(version)\n".write(toFile: layout.versionFile, atomically: true, encoding: .utf8)
        if geteuid() == 0 {
            let owner = try #require(SystemUser(named: "nobody"))
            chown(layout.dataFolder, owner.userID, owner.groupID)
        }
        let cluster = EmbeddedCluster(
            folder: scratch.path, binariesFolder: scratch.path + "/none",
            logger: Logger(label: "test"))
        let error = await failure { _ = try await cluster.start() }
        #expect(error?.code == .versionMissing)
        #expect(error?.message.contains("PostgreSQL \(version)") == true)
        #expect(error?.message.contains(mend) == true)
    }

    @Test func aDataFolderThatIsNoneIsLeftAlone() async throws {
        let scratch = try ScratchFolder()
        let layout = scratch.layout
        try FileManager.default.createDirectory(
            atPath: layout.dataFolder, withIntermediateDirectories: true)
        if geteuid() == 0 { chown(layout.dataFolder, 65_534, 65_534) }
        let error = await failure { _ = try await scratch.cluster().start() }
        #expect(error?.code == .folderUnusable)
        #expect(error?.message.contains("PG_VERSION") == true)
    }

    @Test(.enabled(if: isRoot)) func aDataFolderOfRootIsRefused() async throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: scratch.layout.dataFolder, withIntermediateDirectories: true)
        let error = await failure { _ = try await scratch.cluster().start() }
        #expect(error?.code == .folderUnusable)
        #expect(error?.message.contains("belongs to root") == true)
    }

    @Test func aMachineWithoutAServerIsToldThePackage() async throws {
        let error = await failure { _ = try ServerBinaries.find(existing: nil, under: "/nowhere") }
        #expect(error?.code == .serverMissing)
        #expect(error?.message.contains("apt-get install postgresql") == true)
    }

    @Test func theSocketPathMayHave107BytesAndNotOneMore() throws {
        let rest = "/postgres/run/.s.PGSQL.5432".utf8.count
        let longest = "/" + String(repeating: "x", count: 107 - rest - 1)
        try ClusterLayout(stateFolder: longest).validate()
        #expect(throws: EmbeddedPostgresError.self) {
            try ClusterLayout(stateFolder: longest + "y").validate()
        }
    }

    @Test(arguments: ["/tmp/a\nb", "/tmp/a\u{7f}b", "/tmp/a,b"])
    func aPathThatClientsOrSettingsCannotCarryIsRefused(path: String) {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try ClusterLayout(stateFolder: path).validate()
        }
        #expect(error?.code == .folderUnusable)
    }

    @Test(arguments: ["with space", "it's", "quote\"d", "back\\slash", "ümlaut", "a=b"])
    func anOddFolderNameWorks(name: String) async throws {
        let scratch = try ScratchFolder()
        chmod(scratch.path, 0o755)
        let state = scratch.path + "/" + name
        let cluster = EmbeddedCluster(
            folder: state, durability: .forTestsOnly, logger: Logger(label: "test"))
        let database = try await cluster.start()
        let answer = try await scratch.ask(database, "SELECT 1")
        await cluster.stop()
        #expect(answer == "1")
    }
}
