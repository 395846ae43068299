import AdminProtocol
import Registry
import Store

struct PersonAmend: WriteCommand {
    static let spec = CommandSpec(
        ["person", "amend"],
        "Changes facts of a person; email=\"\" clears a field that may be empty.",
        arguments: [PersonArguments.subject] + PersonArguments.specs(isAmending: true),
        isWrite: true, changesExisting: true, example: "person amend P-1 peer-for=CPSMP")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

    private let person: Reference<PersonID>
    private let professions: [String]
    private let peerFor: [ProgrammeCode]
    private let request: Request

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        professions = try PersonArguments.professions(request)
        peerFor = Set(try request.programmes("peer-for")).sorted()
        self.request = request
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> PersonRow {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolve(person)
        try await transaction.lockForNewFacts([id])
        try await snapshot.demandFree(
            external: request.optionalText("external-id"), of: PersonID.self, but: id)
        if !peerFor.isEmpty {
            let catalogue = try await snapshot.programmes()
            for code in peerFor { _ = try catalogue.demand(code) }
        }
        return try await snapshot.demandPerson(id)
    }

    func target(_ row: PersonRow) -> (thing: Thing, version: Int)? {
        (.person(row.id), row.version)
    }

    func reach(_ row: PersonRow) -> Reach? { Reach(naming: [.person(row.id)]) }

    func decide(_ facts: PersonRow, _ context: Context) throws(Refusal) -> Decision {
        var row = facts
        row.name = request.optionalText("name") ?? row.name
        row.email = request.amended("email", from: row.email)
        row.externalID = request.amended("external-id", from: row.externalID)
        row.professions = request.isGiven("professions") ? professions : row.professions
        row.peerFor = request.isGiven("peer-for") ? peerFor : row.peerFor
        // Neither has a day: whatever was led by them stands on it.
        let isSame = row.peerFor == facts.peerFor && row.professions == facts.professions
        return Decision(
            .amendPerson(row), touched: isSame ? nil : Touched(people: [row.id], from: .first))
    }
}
