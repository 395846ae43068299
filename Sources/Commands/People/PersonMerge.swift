import AdminProtocol
import Registry
import Store

struct PersonMerge: WriteCommand {
    static let spec = CommandSpec(
        ["person", "merge"],
        "Makes one person of two: what was recorded of the first is the other's from then on.",
        arguments: [
            PersonArguments.subject,
            ArgumentSpec("into", .id(.person), isRequired: true, "who the person is"),
        ],
        isWrite: true, changesExisting: true,
        example: "person merge P-2 into=P-1 reason=\"added twice\"")

    private let person: Reference<PersonID>
    private let into: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        into = try request.id("into")
    }

    struct Facts: Sendable {
        var person: PersonRow
        var into: PersonRow
        var shared: [SharedThing]
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolveItself(person)
        let into = try await snapshot.resolve(into)
        // Whoever writes anything of a person keeps the person: nobody can meanwhile.
        _ = try await transaction.hold([id, into])
        return Facts(
            person: try await snapshot.demandPerson(id),
            into: try await snapshot.demandPerson(into),
            shared: try await snapshot.shared(by: id, and: into))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.person(facts.person.id), facts.person.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let (person, into) = (facts.person, facts.into)
        for row in [person, into] where row.erasedOn != nil { throw .erased(row.id) }
        for row in [person, into] {
            guard let other = row.mergedInto else { continue }
            throw .conflict(
                "\(row.id) was merged into \(other) already", [Field("into", .word("\(other)"))])
        }
        if person.id == into.id { throw .conflict("\(person.id) is \(into.id) already") }
        // None of it has one day: whatever either did stands on it.
        var decision = Decision(
            .merge(person.id, into: into.id),
            touched: Touched(people: [person.id, into.id], from: .first))
        decision.notes = facts.shared.map(\.duplicate)
        return decision
    }
}

extension SharedThing {
    fileprivate var duplicate: DataLine {
        var line = DataLine("duplicate")
        switch self {
        case .training(let id): line.add("training", word: id)
        case .workshop(let id): line.add("workshop", word: id)
        case .certification(let id, let other):
            line.add("certification", word: id)
            line.add("of", word: other)
        }
        return line
    }
}
