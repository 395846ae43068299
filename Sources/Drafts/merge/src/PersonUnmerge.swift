import AdminProtocol
import Registry
import Store

struct PersonUnmerge: WriteCommand {
    static let spec = CommandSpec(
        ["person", "unmerge"], "Takes a merge back: the two are two again.",
        arguments: [PersonArguments.subject], isWrite: true, changesExisting: true,
        example: "person unmerge P-1 reason=\"two of the same name\"")

    private let person: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
    }

    struct Facts: Sendable {
        var person: PersonRow
        /// Who the person was taken for; nil where nobody.
        var other: PersonRow?
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolveItself(person)
        let other = try await snapshot.people([id]).first?.mergedInto
        _ = try await transaction.hold([id] + [other].compactMap { $0 }).demand(id)
        guard let row = try await snapshot.people([id]).first else {
            throw Refusal.notFound("person", id.description)
        }
        guard let other, row.mergedInto == other else { return Facts(person: row) }
        let held = try await snapshot.certifications(heldBy: [other])
        _ = try await transaction.lock(held.map(\.id))
        return Facts(person: row, other: try await snapshot.people([other]).first)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.person(facts.person.id), facts.person.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let id = facts.person.id
        if facts.person.erasedOn != nil { throw .erased(id) }
        guard let other = facts.other else {
            throw .conflict("\(id) was not merged into anybody")
        }
        if let next = other.mergedInto {
            throw .conflict(
                "\(other.id) was merged into \(next) since: unmerge \(other.id) first",
                [Field("person", .word(other.id.description))])
        }
        return Decision(.unmerge(id, from: other.id))
    }
}
