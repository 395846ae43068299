import Registry
import Store

/// Judges anew what stood on a changed fact: begun before the change is applied, ended after it, in
/// the same transaction. It reports; it takes nothing back.
struct Reevaluation: Sendable {
    /// How many trainings, workshops or places one round looks at, and how many lines are given.
    static let most = 1_000
    /// How many times what would break in turn is followed.
    static let mostRounds = 16

    private let touched: Touched
    private let today: CivilDate
    private let before: KeptFacts

    /// - Parameter snapshot: of the moment before the change.
    init(_ touched: Touched, _ snapshot: Snapshot, today: CivilDate) async throws {
        self.touched = touched
        self.today = today
        before = try await snapshot.keptFacts(touched, on: today, limit: Self.most)
    }

    /// What is affected by the change, that has been applied by now.
    func found(_ snapshot: Snapshot) async throws -> AffectedReport {
        let after = try await snapshot.keptFacts(touched, on: today, limit: Self.most)
        var chain = AffectedChain(before: before, after: after)
        var isCut = before.isCut || after.isCut
        var rounds = 0
        while let next = chain.next {
            if rounds == Self.mostRounds {
                isCut = true
                break
            }
            rounds += 1
            let now = try await snapshot.keptFacts(next, on: today, limit: Self.most)
            isCut = isCut || now.isCut
            chain.step(now)
        }
        let all = chain.direct + chain.inTurn
        return AffectedReport(
            items: Array(all.prefix(Self.most)), isCut: isCut || all.count > Self.most)
    }
}

/// What was found, as the reply and the event tell it.
struct AffectedReport: Sendable {
    var items: [Affected] = []
    /// Whether there is more than was looked at or is told.
    var isCut = false
}
