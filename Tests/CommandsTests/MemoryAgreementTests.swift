import Index
import Registry
import Store
import Testing

/// What is answered from memory is what the database answers, whatever happened before.
@Suite struct MemoryAgreementTests {
    private static let dates = ["2026-02-05", "2026-06-01", "2027-02-06", "2029-01-01"]

    /// Of all organisations and people of the scene, and of some that are not there.
    private static let checks: [String] = {
        var checks: [String] = []
        for date in dates {
            for programme in ["CDSMP", "CPSMP", "HLC-PAIN"] {
                for number in 1...4 {
                    checks.append(
                        "check organisation O-\(number) programme=\(programme) on=\(date)")
                }
            }
            for number in 1...8 {
                checks.append("check person P-\(number) programme=CDSMP on=\(date)")
            }
            checks.append("check person P-3 programme=CPSMP organisation=O-1 on=\(date)")
            checks.append("check organisation O-1 programme=CDSMP language=da on=\(date)")
        }
        return checks
    }()

    /// Some right after the write was acknowledged, all when memory has followed.
    @Test func afterEveryWrite() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            try await session.withIndex { session in
                for line in DryRunTests.writes {
                    try await session.done(DryRunTests.explained(line))
                    await session.expectAgreement(
                        Array(Self.checks.shuffled().prefix(12)), after: line)
                    try await session.waitForIndex()
                    await session.expectAgreement(
                        Array(Self.checks.shuffled().prefix(24)), after: line)
                }
                await session.expectAgreement(Self.checks, after: "all")
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func afterRandomLines(_ seed: UInt64) async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.withIndex { session in
                var random = RandomLines(seed: seed)
                var checks = Self.checks
                for step in 0..<400 {
                    let line = random.next()
                    let reply = await session.send(line)
                    guard reply.isOK else { continue }
                    let next = checks.removeFirst()
                    checks.append(next)
                    await session.expectAgreement([next], after: "\(step): \(line)")
                }
                try await session.waitForIndex()
                await session.expectAgreement(checks, after: "all")
            }
        }
    }

    /// Another daemon's registry, followed from its log alone.
    @Test func afterEveryWriteOfAnotherDaemon() async throws {
        try await TestSession.with { session in
            try await session.playScene()
            try await session.on("2028-12-30").done("expiry run")
            try await session.withIndex { reader in
                for line in DryRunTests.writes {
                    let reply = try await session.done(DryRunTests.explained(line))
                    _ = reply
                    let newest = try await session.store.newestEvent()
                    try await reader.wait("\(line): the event is never known") {
                        reader.index.serial.map { $0.number >= newest } ?? false
                    }
                    await reader.expectAgreement(
                        Array(Self.checks.shuffled().prefix(24)), after: line)
                }
            }
        }
    }
}
