import Index
import Logging
import Registry
import Store
import TestSupport
import Testing

extension TestSession {
    /// The same registry behind another daemon, one that answers checks from memory while `body`
    /// goes on.
    func withIndex(_ body: (TestSession) async throws -> Void) async throws {
        let index = RegistryIndex()
        var session = self
        session.index = index
        session.store = Store(
            pool: store.pool, logger: .silent, onWrite: { index.note($0) })
        let follower = IndexFollower(index, store: session.store, logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follower.run() }
            try await session.waitForIndex()
            try await body(session)
            group.cancelAll()
        }
    }

    /// Waits until checks are answered from memory.
    func waitForIndex(location: SourceLocation = #_sourceLocation) async throws {
        try await wait("nothing is answered from memory", location) {
            index.isCurrent
        }
    }

    /// Waits until it is so, but not for ever.
    func wait(
        _ complaint: Comment, _ location: SourceLocation = #_sourceLocation,
        until isSo: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while !(try await isSo()) {
            try #require(ContinuousClock.now < end, complaint, sourceLocation: location)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// What is answered from memory, where it is, is what the database answers.
    func expectAgreement(
        _ checks: [String], after: String, location: SourceLocation = #_sourceLocation
    ) async {
        for check in checks {
            let known = await send(check)
            let fresh = await send(check + " fresh=yes")
            #expect(
                known.withoutSerial == fresh.withoutSerial, "\(after): \(check)",
                sourceLocation: location)
        }
    }
}

extension TestReply {
    /// The reply's lines but for the serial, which tells only how new it is.
    var withoutSerial: [String] { lines.map { $0.replacing(#/\ serial=[0-9]+/#, with: "") } }
}
