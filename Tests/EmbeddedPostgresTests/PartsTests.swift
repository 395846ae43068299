import Foundation
import Glibc
import Processes
import Testing

@testable import EmbeddedPostgres

/// The parts that need no server.
@Suite struct PartsTests {
    @Test func theBackOffDoublesUpToItsLongestAndGivesUpAtItsLimit() {
        var backOff = RestartBackOff()
        var delays: [Duration] = []
        while let delay = backOff.delay(afterRunning: .zero) { delays.append(delay) }
        #expect(delays.count == RestartBackOff.limit)
        #expect(Array(delays.prefix(3)) == [100, 200, 400].map { .milliseconds($0) })
        #expect(delays.last == .seconds(10))
    }

    @Test func aCalmPeriodForgivesEarlierRestarts() {
        var backOff = RestartBackOff()
        while backOff.delay(afterRunning: .zero) != nil {}
        #expect(backOff.delay(afterRunning: RestartBackOff.calm) == RestartBackOff.firstDelay)
    }

    @Test(arguments: [
        ("77\n/data\n1\n5432\n/run\n\n  1 2\nready   \n", 77, true),
        ("77\n/data\n1\n5432\n/run\n\n  1 2\nstarting\n", 77, false),
        ("77\n/data\n1\n5432\n/run\n\n  1 2\nstopping\n", 77, false),
        ("77\n/data\n", 77, false),
        ("-5\n", -5, false),
    ])
    func aPostmasterFileIsRead(text: String, processID: Int32, isReady: Bool) throws {
        let file = try #require(PostmasterFile(parsing: text))
        #expect(file.processID == processID)
        #expect(file.isReady == isReady)
    }

    @Test(arguments: ["", "\n", "abc\n", "99999999999\n"])
    func aBrokenPostmasterFileIsNone(text: String) {
        #expect(PostmasterFile(parsing: text) == nil)
    }

    @Test func fifteenIsPreferredAndTheExistingVersionDecides() throws {
        let scratch = try ScratchFolder()
        for version in [12, 14, 15, 17] {
            let folder = "\(scratch.path)/\(version)/bin"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            for name in ["initdb", "postgres"] {
                try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
                chmod("\(folder)/\(name)", 0o755)
            }
        }
        #expect(try ServerBinaries.find(existing: nil, under: scratch.path).version == 15)
        #expect(try ServerBinaries.find(existing: 14, under: scratch.path).version == 14)
        unlink("\(scratch.path)/15/bin/initdb")
        #expect(try ServerBinaries.find(existing: nil, under: scratch.path).version == 17)
        #expect(throws: EmbeddedPostgresError.self) {
            try ServerBinaries.find(existing: 12, under: scratch.path)
        }
    }

    @Test func tagsAreNoBeginningsOfOneAnother() {
        let short = ClusterTag(device: 1, inode: 2).text
        let long = ClusterTag(device: 1, inode: 0x2f).text
        #expect(!long.contains(short))
    }

    @Test func theMapNamesEachUserOnce() {
        let root = SystemUser(name: "root", userID: 0, groupID: 0)
        let text = ClusterAccess(owner: root, daemon: root).userMap
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows == ["licentia \"root\" licentia", "licentia \"root\" postgres"])
    }

    @Test func onlyTheNewestLogsAreKept() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.layout.logFolder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for day in 10..<22 {
            try Data().write(
                to: URL(fileURLWithPath: "\(folder)/postgresql-202601\(day)T000000Z.log"))
        }
        try Data().write(to: URL(fileURLWithPath: "\(folder)/mine.txt"))
        ServerLog(layout: scratch.layout).prune()
        let names = DurableFile.names(in: folder).sorted()
        #expect(names.count == ServerLog.fileLimit + 1)
        #expect(names.first == "mine.txt")
        #expect(names.last == "postgresql-20260121T000000Z.log")
    }

    @Test func aChildTellsHowItEnded() async throws {
        #expect(try await ProgramCall("/usr/bin/true", []).run() == .exited(0))
        #expect(try await ProgramCall("/usr/bin/false", []).run() == .exited(1))
        let child = try ChildProcess.spawn(ProgramCall("/usr/bin/sleep", ["600"]))
        #expect(await child.ended(within: .milliseconds(20)) == nil)
        let waiting = Task { await child.endedUnlessCancelled(within: .seconds(600)) }
        waiting.cancel()
        #expect(await waiting.value == nil)
        #expect(child.signal(SIGKILL))
        #expect(await child.ended() == .killed(signal: SIGKILL))
        #expect(!child.signal(SIGKILL), "a process that has ended gets no signal")
    }

    @Test func aLockIsHeldOnceAndFreeAfterwards() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/lock"
        let lock = try StateLock.acquire(path)
        let error = #expect(throws: EmbeddedPostgresError.self) { try StateLock.acquire(path) }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("process \(getpid()) ") == true)
        lock.release()
        try StateLock.acquire(path).release()
    }
}
