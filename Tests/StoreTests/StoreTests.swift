import Postgres
import Registry
import Store
import TestSupport
import Testing

@Suite struct StoreTests {
    private struct Stop: Error {}

    private func add(_ name: String, _ transaction: WriteTransaction) async throws {
        _ = try await transaction.apply(.addPerson(PersonRow(name: name)))
    }

    @Test func keepsWhatIsCommittedAndNothingElse() async throws {
        try await TestDatabase.with { database in
            let store = database.store
            try await store.write {
                try await add("Kept", $0); return .commit(())
            }
            try await store.write {
                try await add("Rolled back", $0); return .rollback(())
            }
            await #expect(throws: Stop.self) {
                try await store.write { transaction -> TransactionEnd<Void> in
                    try await add("Thrown away", transaction)
                    throw Stop()
                }
            }
            #expect(try await database.lines("SELECT name FROM person") == ["Kept"])
        }
    }

    @Test func readsButDoesNotWriteInARead() async throws {
        try await TestDatabase.with { database in
            let programmes = try await database.store.read { try await $0.programmes() }
            #expect(
                programmes.programmes.map(\.code.text)
                    == ["CDSMP", "TOMANDO", "CPSMP", "HLC-PAIN", "PMP", "GSH"])
        }
    }

    /// Two that take the same locks in opposite order: one is tried again, neither fails.
    @Test func triesAgainAfterADeadlock() async throws {
        try await TestDatabase.with { database in
            try await database.execute("INSERT INTO person (name) VALUES ('A'), ('B');")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await database.store.write { transaction in
                            for number in order {
                                _ = try await transaction.lock([PersonID(Int64(number))])
                                try await Task.sleep(for: .milliseconds(100))
                            }
                            return .commit(())
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: [
        ("100%", ["100% sure"]), ("a_b", ["a_b"]), ("back\\", ["back\\slash"]),
        ("ANN", ["Ann O'Hara"]), ("o'h", ["Ann O'Hara"]), ("nobody", []),
        ("%\u{301}", ["100% sure"]), ("\u{301}", []),
    ])
    func findsTextLiterally(_ text: String, _ names: [String]) async throws {
        try await TestDatabase.with { database in
            for name in ["100% sure", "1000 sure", "a_b", "axb", "back\\slash", "Ann O'Hara"] {
                try await database.store.write {
                    try await add(name, $0); return .commit(())
                }
            }
            let found = try await database.store.read {
                try await $0.people(holding: text, page: Page(limit: 10))
            }
            #expect(found.map(\.name) == names)
        }
    }

    @Test func claimsATokenOnce() async throws {
        try await TestDatabase.with { database in
            let store = database.store
            let first = try await store.write { transaction in
                let claim = try await transaction.claim(request: "t", of: "a", for: "line")
                try await transaction.store(reply: "[1]", request: "t", of: "a")
                return .commit(claim)
            }
            #expect(first == .claimed)
            let cases: [(String, String, RequestClaim?)] = [
                ("a", "line", .answered(reply: "[1]")), ("a", "other", .reused), ("b", "line", nil),
            ]
            for (account, line, wanted) in cases {
                let claim = try await store.read {
                    try await $0.claim(request: "t", of: account, for: line)
                }
                #expect(claim == wanted)
            }
        }
    }
}
