import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Processes
import Testing

@testable import EmbeddedPostgres

/// What is done about a server or a daemon that was killed.
@Suite(.serialized) struct CrashRecoveryTests {
    @Test func aServerThatIsKilledIsStartedAgainWithItsData() async throws {
        let scratch = try ScratchFolder()
        let cluster = scratch.cluster(.durable)
        let database = try await cluster.start()
        _ = try await scratch.ask(database, "CREATE TABLE kept AS SELECT 7 AS answer")
        let group = ServiceGroup(services: [cluster], logger: Logger(label: "test"))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for _ in 0..<2 {
                let server = try #require(cluster.child)
                #expect(server.signal(SIGKILL))
                #expect(
                    try await eventually {
                        try await scratch.ask(database, "SELECT answer FROM kept") == "7"
                            && cluster.child?.processID != server.processID
                    })
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(try scratch.processes().isEmpty)
    }

    @Test func cancellingTheServiceStopsTheServer() async throws {
        let scratch = try ScratchFolder()
        let cluster = scratch.cluster()
        let task = Task { try await cluster.run() }
        #expect(try await eventually { await cluster.phase == .running })
        task.cancel()
        try await task.value
        #expect(try scratch.processes().isEmpty)
    }

    @Test func aServerLeftByAKilledDaemonIsStoppedAndReplaced() async throws {
        let scratch = try ScratchFolder()
        let leftover = try await abandonedServer(in: scratch)
        try await scratch.withCluster { cluster, database in
            #expect(leftover.status == .exited(0), "stopped in good order")
            #expect(cluster.child?.processID != leftover.processID)
            try await scratch.expect(database, "SELECT answer FROM kept", is: "3")
        }
    }

    @Test func sessionsLeftByAKilledServerAreWaitedFor() async throws {
        let scratch = try ScratchFolder()
        let leftover = try await abandonedServer(in: scratch)
        let database = ClusterAccess.connectionString(scratch.layout)
        let sleeper = try ChildProcess.spawn(
            ProgramCall("/usr/bin/psql", ["-X", "-d", database, "-c", "SELECT pg_sleep(600)"]))
        let sleeping = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
        #expect(try await eventually { try await scratch.ask(database, sleeping) == "1" })
        leftover.signal(SIGKILL)
        _ = await leftover.ended()
        try await scratch.withCluster { _, database in
            try await scratch.expect(database, "SELECT answer FROM kept", is: "3")
            try await scratch.expect(database, sleeping, is: "0")
        }
        sleeper.signal(SIGKILL)
        _ = await sleeper.ended()
    }

    @Test(arguments: ["1", "self", "none", "text"])
    func aStaleProcessFileIsNoHindrance(kind: String) async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { _, _ in }
        // A living process with that id, ours, root's or one of the owner's, is not a server.
        let bystander = try ownerProcess(in: scratch)
        let number = ["1": "1", "self": "\(bystander.processID)", "none": "4194303"][kind] ?? "x"
        let layout = scratch.layout
        let text = "\(number)\n\(layout.dataFolder)\n1700000000\n5432\n\(layout.socketFolder)\n"
        try text.write(toFile: layout.postmasterFile, atomically: true, encoding: .utf8)
        try "\(number)\n".write(
            toFile: layout.socketFile + ".lock", atomically: true, encoding: .utf8)
        try await scratch.withCluster { _, database in
            try await scratch.expect(database, "SELECT 1", is: "1")
        }
        #expect(bystander.status == nil, "a process that is not ours must live on")
        bystander.signal(SIGKILL)
        _ = await bystander.ended()
    }

    @Test func aHalfMadeClusterIsRemovedAndMadeAnew() async throws {
        let scratch = try ScratchFolder()
        let draft = scratch.layout.folder + "/" + ClusterLayout.unfinishedPrefix + "abc"
        try FileManager.default.createDirectory(
            atPath: draft + "/base", withIntermediateDirectories: true)
        try await scratch.withCluster { _, database in
            try await scratch.expect(database, "SELECT 1", is: "1")
        }
        #expect(access(draft, F_OK) != 0)
    }

    @Test func aServerThatCannotStartSaysWhyAndLeavesNothing() async throws {
        let scratch = try ScratchFolder()
        try await scratch.withCluster { _, _ in }
        try "no_such_setting = 1\n".write(
            toFile: scratch.layout.localSettingsFile, atomically: true, encoding: .utf8)
        chmod(scratch.layout.localSettingsFile, 0o644)
        let error = await failure { _ = try await scratch.cluster().start() }
        #expect(error?.code == .startFailed)
        #expect(error?.message.contains("FATAL") == true)
        try StateLock.acquire(scratch.layout.lockFile).release()
    }

    /// A server as a killed daemon leaves it: running, with nobody who watches it.
    private func abandonedServer(in scratch: ScratchFolder) async throws -> ChildProcess {
        let cluster = scratch.cluster()
        let database = try await cluster.start()
        _ = try await scratch.ask(database, "CREATE TABLE kept AS SELECT 3 AS answer")
        let ready = try #require(await cluster.ready)
        await cluster.stop()
        let settings = ClusterSettings(
            layout: ready.layout, durability: .forTestsOnly, tag: ready.tag)
        let server = try ChildProcess.spawn(ready.serverCommand(settings))
        #expect(
            try await eventually {
                PostmasterFile(path: ready.layout.postmasterFile)?.isReady == true
            })
        return server
    }

    private func ownerProcess(in scratch: ScratchFolder) throws -> ChildProcess {
        let owner = try ClusterOwner.choose(dataFolder: scratch.layout.dataFolder)
        return try ChildProcess.spawn(owner.command(ProgramCall("/usr/bin/sleep", ["600"])))
    }
}
