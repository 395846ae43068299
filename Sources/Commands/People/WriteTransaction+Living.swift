import AdminProtocol
import Registry
import Store

extension WriteTransaction {
    /// Keeps these people for something new about them: each must exist, and nothing new is
    /// recorded of a person who was erased; a trusted file may tell what was recorded before.
    func lockForNewFacts(
        _ people: [PersonID], _ rules: RuleHandling = .enforce
    ) async throws {
        let isErased = try await lockForFacts(people)
        for person in people { try isErased.demandLiving(person, rules) }
    }
}

/// Whether people were erased.
extension [PersonID: Bool] {
    /// That the person exists and was not erased.
    func demandLiving(
        _ person: PersonID, _ rules: RuleHandling = .enforce
    ) throws(Refusal) {
        guard let isErased = self[person] else {
            throw Refusal.notFound("person", person.description)
        }
        if isErased, rules != .trust { throw Refusal.erased(person) }
    }
}

extension Refusal {
    static func erased(_ person: PersonID) -> Refusal {
        .conflict(
            "\(person) was erased: nothing new is recorded of them; add the person anew",
            [Field("person", .word(person.description))])
    }
}
