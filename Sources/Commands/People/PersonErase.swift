import AdminProtocol
import Registry
import Store

struct PersonErase: WriteCommand {
    static let spec = CommandSpec(
        ["person", "erase"],
        "Takes away for ever what tells who a person is; what they did stays under the number.",
        arguments: [PersonArguments.subject], isWrite: true, changesExisting: true,
        example: "person erase P-1 reason=\"asked for it\"")

    private let person: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
    }

    struct Facts: Sendable {
        var person: PersonRow
        /// Those who turned out to be this person: they are erased too.
        var merged: [PersonID]
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolve(person)
        let merged = try await snapshot.merged(into: id)
        _ = try await transaction.hold([id] + merged)
        return Facts(person: try await snapshot.demandPerson(id), merged: merged)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.person(facts.person.id), facts.person.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        if let date = facts.person.erasedOn {
            throw .conflict("\(facts.person.id) was erased on \(date) already")
        }
        return Decision(.erase([facts.person.id] + facts.merged, on: context.today))
    }
}
