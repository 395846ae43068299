/// How many slips of a typist lie between two words: letters left out, put in, changed, or two
/// neighbours swapped (the optimal string alignment distance).
enum EditDistance {
    static func between(_ first: [UInt8], _ second: [UInt8]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var twoBack: [Int] = []
        var previous = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            current.reserveCapacity(second.count + 1)
            for column in 1...second.count {
                let change = first[row - 1] == second[column - 1] ? 0 : 1
                var best = min(
                    previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    best = min(best, twoBack[column - 2] + 1)
                }
                current.append(best)
            }
            twoBack = previous
            previous = current
        }
        return previous[second.count]
    }
}
