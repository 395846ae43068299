import AdminProtocol
import Registry
import Store

struct PersonUnmerge: WriteCommand {
    static let spec = CommandSpec(
        ["person", "unmerge"], "Takes a merge back: the two are two again.",
        arguments: [PersonArguments.subject], isWrite: true, changesExisting: true,
        example: "person unmerge P-2 reason=\"two of the same name\"")

    private let person: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
    }

    struct Facts: Sendable {
        var person: PersonRow
        /// Who the person was taken for, with what stands against taking it back; nil where nobody.
        var merge: (other: PersonRow, objections: UnmergeObjections)?
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolveItself(person)
        let other = try await snapshot.demandPerson(id).mergedInto
        _ = try await transaction.hold([id] + [other].compactMap { $0 })
        let row = try await snapshot.demandPerson(id)
        guard let other, row.mergedInto == other else { return Facts(person: row) }
        return Facts(
            person: row,
            merge: (
                try await snapshot.demandPerson(other),
                try await snapshot.objections(toUnmerging: id, from: other)
            ))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.person(facts.person.id), facts.person.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let id = facts.person.id
        if facts.person.erasedOn != nil { throw .erased(id) }
        guard let (other, objections) = facts.merge else {
            throw .conflict("\(id) is not merged into anybody")
        }
        if !objections.isKept {
            throw .conflict(
                "\(id) came as merged with a file: what was \(id)'s own is not known here")
        }
        if let next = other.mergedInto {
            throw .conflict(
                "\(other.id) was merged into \(next) since: unmerge \(other.id) first",
                [Field("person", .word(other.id.description))])
        }
        if let later = objections.merged.first {
            throw .conflict(
                "\(later) was merged into \(other.id) since: unmerge \(later) first",
                [Field("person", .word(later.description))])
        }
        if let changed = objections.certifications.first {
            throw .conflict(
                "\(changed) was suspended, revoked or voided, or any of these taken back, since "
                    + "they were merged: make it as it was then, and do it again afterwards",
                [Field("certification", .word(changed.description))])
        }
        return Decision(
            .unmerge(id, from: other.id), touched: Touched(people: [id, other.id], from: .first))
    }
}
