import Store

/// The pairs whose verdicts may have changed: found a page at a time, and judged in batches.
struct CandidateBatches {
    let limits: NightlyLimits

    /// - Parameters:
    ///   - page: gives at most so many pairs, those after one.
    ///   - judge: is called with the batches, in the order of the pairs.
    func judge(
        finding page: (_ after: VerdictPair?, _ limit: Int) async throws -> [VerdictPair],
        by judge: (ArraySlice<VerdictPair>) async throws -> Void
    ) async throws {
        var last: VerdictPair?
        repeat {
            var rest = try await page(last, limits.candidatesInPage)[...]
            last = rest.count < limits.candidatesInPage ? nil : rest.last
            while !rest.isEmpty {
                try Task.checkCancellation()
                try await judge(rest.prefix(limits.pairsInBatch))
                rest = rest.dropFirst(limits.pairsInBatch)
            }
        } while last != nil
    }
}
