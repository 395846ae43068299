import TestSupport
import Testing

@testable import Index

@Suite struct PackedRowsTests {
    /// Against an array for each owner, through growing, shrinking and moving together.
    @Test(arguments: [UInt64(1), 2, 3])
    func keepsEveryOwnersRows(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var packed = PackedRows<Int>()
        var places = Array(repeating: PackedRows<Int>.Place(), count: 200)
        var plain = Array(repeating: [Int](), count: 200)
        var compacted = 0
        for step in 0..<20_000 {
            let owner = Int.random(in: 0..<200, using: &generator)
            let rows = (0..<Int.random(in: 0...9, using: &generator)).map { step * 10 + $0 }
            places[owner] = packed.replace(places[owner], with: rows)
            plain[owner] = rows
            if packed.isWasteful {
                packed.compact(&places)
                compacted += 1
                #expect(!packed.isWasteful)
            }
            let seen = Int.random(in: 0..<200, using: &generator)
            #expect(Array(packed[places[seen]]) == plain[seen])
        }
        #expect(compacted > 0)
        for owner in places.indices { #expect(Array(packed[places[owner]]) == plain[owner]) }
    }
}
