/// Which question a session asks next.
struct QuestionOrder: Sendable {
    private let count: Int
    /// Nil where questions are drawn at random; else the first, and the step from one to the next.
    private let strides: (first: Int, step: Int)?

    init(_ plan: LoadPlan, _ deck: Deck, session: Int) {
        count = deck.questions.count
        switch plan.extent {
        case .time: strides = nil
        case .once, .timeWithoutRepeats: strides = (session, plan.sessions)
        }
    }

    /// The place in the deck of the question that a session asks as its `number`th, from 0; nil
    /// where it has asked all of its own.
    func question(_ number: Int, _ random: inout SeededRandom) -> Int? {
        guard let strides else { return Int.random(in: 0..<count, using: &random) }
        let place = strides.first + number * strides.step
        return place < count ? place : nil
    }
}
