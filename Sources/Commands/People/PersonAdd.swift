import AdminProtocol
import Registry
import Store

struct PersonAdd: WriteCommand {
    static let spec = CommandSpec(
        ["person", "add"], "Adds a person.",
        arguments: PersonArguments.specs(isAmending: false), isWrite: true,
        example: "person add name=\"Ann Example\" peer-for=CPSMP")

    let row: PersonRow

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        row = PersonRow(
            name: try request.text("name"), email: request.optionalText("email"),
            externalID: request.optionalText("external-id"),
            professions: try PersonArguments.professions(request),
            peerFor: Set(try request.programmes("peer-for")).sorted())
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws {
        try await transaction.snapshot.demandFree(external: row.externalID, of: PersonID.self)
        guard !row.peerFor.isEmpty else { return }
        let catalogue = try await transaction.snapshot.programmes()
        for code in row.peerFor { _ = try catalogue.demand(code) }
    }

    func decide(_ facts: Void, _ context: Context) throws(Refusal) -> Decision {
        Decision(.addPerson(row))
    }
}
