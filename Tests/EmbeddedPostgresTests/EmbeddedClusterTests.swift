import Foundation
import Glibc
import Logging
import Testing

@testable import EmbeddedPostgres

/// The life of a cluster on a real server.
@Suite(.serialized) struct EmbeddedClusterTests {
    @Test func aNewClusterIsDurableUTF8CheckedAndOffTheNetwork() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster(.durable) { _, database in
            let expected = [
                "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
                "data_checksums": "on", "server_encoding": "UTF8", "listen_addresses": "",
                "TimeZone": "UTC", "max_connections": "100", "shared_buffers": "128MB",
                "unix_socket_permissions": "0700",
            ]
            for (name, value) in expected {
                try await scratch.expect(database, "SHOW \(name)", is: value)
            }
            let role =
                "SELECT current_user, current_database(), rolsuper FROM pg_roles "
                + "WHERE rolname = current_user"
            try await scratch.expect(database, role, is: "licentia|licentia|f")
            let gist = "CREATE EXTENSION btree_gist; SELECT 1"
            try await scratch.expect(database, gist, is: "1")
        }
    }

    @Test func aSecondStartKeepsTheData() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { _, database in
            _ = try await scratch.ask(database, "CREATE TABLE kept AS SELECT 42 AS answer")
        }
        try await scratch.withCluster { _, database in
            try await scratch.expect(database, "SELECT answer FROM kept", is: "42")
        }
    }

    @Test func stoppingLeavesNoProcessNoSocketAndNoLock() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { cluster, database in
            let again = try await cluster.start()
            #expect(again == database)
            let living = try scratch.processes()
            #expect(!living.isEmpty)
        }
        #expect(try scratch.processes().isEmpty)
        #expect(access(scratch.layout.socketFile, F_OK) != 0)
        #expect(access(scratch.layout.postmasterFile, F_OK) != 0)
        try StateLock.acquire(scratch.layout.lockFile).release()
    }

    @Test(arguments: [0, 300, 1_200])
    func stoppingInTheMiddleOfAStartLeavesNothing(milliseconds: Int) async throws {
        let scratch = try ScratchFolder()
        let cluster = scratch.cluster()
        let start = Task { try await cluster.start() }
        try await Task.sleep(for: .milliseconds(milliseconds))
        await cluster.stop()
        _ = await start.result
        await cluster.stop()
        #expect(await cluster.phase == .idle)
        let outer = scratch.layout.folder
        #expect(!DurableFile.names(in: outer).contains { $0.hasPrefix("data.new.") })
        if access(scratch.layout.dataFolder, F_OK) == 0 {
            let living = try scratch.processes()
            #expect(living.isEmpty)
        }
    }

    @Test func aSecondOwnerIsRefusedByTheNameOfTheFirst() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { _, database in
            let other = scratch.cluster()
            let error = await failure { _ = try await other.start() }
            #expect(error?.code == .locked)
            #expect(error?.message.contains("process \(getpid()) ") == true)
            try await scratch.expect(database, "SELECT 1", is: "1")
        }
    }

    @Test(.enabled(if: isRoot)) func onlyTheNamedUsersMayConnect() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { cluster, database in
            let superuser = database.replacing("user=licentia", with: "user=postgres")
            try await scratch.expect(superuser, "SELECT 1", is: "1")
            let stranger = database.replacing("user=licentia", with: "user=stranger")
            let refusal = try await scratch.ask(stranger, "SELECT 1")
            #expect(refusal.hasPrefix("failed"))
            let rules = try String(contentsOfFile: scratch.layout.accessFile, encoding: .utf8)
            let lines = rules.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(lines == ["local all all peer map=licentia"])
        }
    }

    @Test(.enabled(if: isRoot), arguments: [0o700, 0o750] as [mode_t])
    func aStateFolderPrivateToRootIsOpenedNoFurtherThanNeeded(mode: mode_t) async throws {
        let scratch = try ScratchFolder()
        chmod(scratch.path, mode)
        try await scratch.withCluster { _, _ in
            var information = stat()
            #expect(stat(scratch.path, &information) == 0)
            #expect(information.st_mode & 0o7777 == 0o710)
            #expect(information.st_uid == 0)
            #expect(stat(scratch.layout.dataFolder, &information) == 0)
            #expect(information.st_uid == SystemUser(named: "postgres")?.userID)
        }
    }

    @Test(.enabled(if: isRoot)) func aParentThatCannotBePassedIsNamed() async throws {
        let scratch = try ScratchFolder()
        let state = scratch.path + "/state"
        let cluster = EmbeddedCluster(folder: state, logger: Logger(label: "test"))
        let error = await failure { _ = try await cluster.start() }
        #expect(error?.code == .folderNotTraversable)
        #expect(error?.message.contains("chmod o+x \(scratch.path))") == true)
    }
}
