import Postgres
import Registry
import Store
import TestSupport
import Testing

/// Transactions that take their serials in one order and commit in another.
@Suite struct EventReadingTests {
    private func record(_ name: String, _ transaction: WriteTransaction) async throws -> EventID {
        try await transaction.record(
            NewEvent(account: "a", command: name, thing: .organisation(OrganisationID(1))))
    }

    private func commit(_ name: String, _ store: Store) async throws {
        try await store.write { transaction in
            _ = try await record(name, transaction)
            return .commit(())
        }
    }

    /// A follower with the store that it reads from.
    private actor Reader {
        private let store: Store
        private var follower = EventFollower()

        init(_ store: Store) { self.store = store }

        func next() async throws -> [String] {
            var moved = follower
            let events = try await store.next(for: &moved, limit: 100)
            follower = moved
            return events.map(\.command)
        }
    }

    /// The one that took the lower serial is held open while a later one commits: the later one is
    /// not passed before it, whether it then commits or is taken back.
    @Test(arguments: [true, false])
    func waitsForATransactionThatIsUnderWay(_ commits: Bool) async throws {
        try await TestDatabase.with { database in
            let store = database.store
            try await commit("first", store)
            let reader = Reader(store)
            try await database.withSecondStore { second in
                let (taken, end) = (Signal(), Signal())
                async let held: Void = second.write { transaction in
                    _ = try await record("held", transaction)
                    taken.set()
                    await end.wait()
                    return commits ? .commit(()) : .rollback(())
                }
                await taken.wait()
                try await commit("later", store)
                var seen = try await reader.next()
                for _ in 1...3 { seen += try await reader.next() }
                #expect(seen == ["first"])
                end.set()
                try await held
            }
            var seen: [String] = []
            for _ in 1...3 { seen += try await reader.next() }
            #expect(seen == (commits ? ["held", "later"] : ["later"]))
        }
    }

    /// The younger of two transactions takes the lower serial: its number is above that of an event
    /// which is there already, and still it is waited for.
    @Test func isNotMisledByTheOrderOfTransactions() async throws {
        try await TestDatabase.with { database in
            let store = database.store
            let reader = Reader(store)
            try await database.withSecondStore { second in
                let (began, taken, end) = (Signal(), Signal(), Signal())
                async let older: Void = store.write { transaction in
                    _ = try await transaction.apply(.addPerson(PersonRow(name: "A")))
                    began.set()
                    await taken.wait()
                    _ = try await record("older", transaction)
                    return .commit(())
                }
                await began.wait()
                async let younger: Void = second.write { transaction in
                    _ = try await record("younger", transaction)
                    taken.set()
                    await end.wait()
                    return .commit(())
                }
                try await older
                let early = try await reader.next()
                #expect(early == [])
                end.set()
                try await younger
            }
            let all = try await reader.next()
            #expect(all == ["younger", "older"])
        }
    }

    /// Many writers on two stores, one reader: all of it, once, in order.
    @Test func missesNothingOfManyWriters() async throws {
        try await TestDatabase.with { database in
            try await database.withSecondStore { second in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<8 {
                        let store = writer.isMultiple(of: 2) ? database.store : second
                        group.addTask {
                            for number in 0..<25 {
                                try await store.write { transaction -> TransactionEnd<Void> in
                                    _ = try await record("\(writer)", transaction)
                                    try await Task.sleep(for: .milliseconds(Int.random(in: 0...3)))
                                    return number.isMultiple(of: 5) ? .rollback(()) : .commit(())
                                }
                            }
                        }
                    }
                    var follower = EventFollower()
                    var seen: [Int64] = []
                    let end = ContinuousClock.now + .seconds(60)
                    while seen.count < 160, ContinuousClock.now < end {
                        seen += try await database.store.next(for: &follower, limit: 7)
                            .map(\.id.number)
                    }
                    try await group.waitForAll()
                    let all = try await database.lines("SELECT serial FROM event ORDER BY 1")
                    #expect(seen.map(String.init) == all)
                }
            }
        }
    }
}
