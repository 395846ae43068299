import Foundation

/// Proves answers before any of them is timed: those of every day are those of `fresh=yes`, and
/// both are what plain SQL finds over the facts as they were recorded.
struct Agreement: Sendable {
    private static let sessions = 16

    let stage: Stage
    let daemon: Daemon

    /// - Returns: the replies, in the order of the deck.
    /// - Throws: `BenchError` with the first question on which they differ.
    @discardableResult
    func prove(_ deck: Deck) async throws -> [String] {
        stage.say("comparing \(deck.questions.count) answers with those of fresh=yes")
        let usual = try await daemon.answers(to: deck, sessions: Self.sessions)
        let fresh = try await daemon.answers(
            to: deck.adding("fresh=yes"), sessions: Self.sessions)
        for (place, question) in deck.questions.enumerated() {
            let one = Self.withoutSerial(usual[place])
            let other = Self.withoutSerial(fresh[place])
            guard one == other, !one.isEmpty else {
                throw BenchError(
                    "\"\(question.text)\" is answered\n\(one)but with fresh=yes\n\(other)")
            }
        }
        return usual
    }

    /// The same with the other side's statement: `may-offer`, `may-train` and the numbers of both.
    func proveBySQL(_ deck: Deck, _ replies: [String]) async throws {
        stage.say("comparing \(deck.questions.count) answers with plain SQL")
        let asked = try deck.questions.map { try AskedVerdict(question: $0.text) }
        let wanted = try await AskedVerdict.answers(asked, stage)
        for (place, question) in deck.questions.enumerated() {
            let told = AskedVerdict.figures(inReply: replies[place])
            guard told == wanted[place] else {
                throw BenchError(
                    "\"\(question.text)\" is answered\n\(replies[place])but by SQL is "
                        + wanted[place])
            }
        }
    }

    /// A verdict from memory tells as of which event it is.
    private static func withoutSerial(_ reply: String) -> String {
        reply.replacing(#/ serial=E?-?\d+/#, with: "")
    }
}
