import AdminProtocol
import Registry
import Store

struct PersonAdd: WriteCommand {
    static let spec = CommandSpec(
        ["person", "add"], "Adds a person.",
        arguments: PersonArguments.specs(isAmending: false), isWrite: true,
        example: "person add name=\"Ann Example\" peer-for=CPSMP")
    static let audience: Set<AccountRole> = [.coordinator, .administrator]

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

    /// Nobody yet: they will belong to the coordinator's organisation.
    func reach(_ facts: Void) -> Reach? { Reach() }

    /// Whom a coordinator adds belongs to the own organisation from today on, for nobody else would
    /// see them.
    func decide(_ facts: Void, _ context: Context) throws(Refusal) -> Decision {
        guard case .organisation(let own) = context.account.scope else {
            return Decision(.addPerson(row))
        }
        return Decision(.addMember(row, own, DateSpan(from: context.today, until: nil)))
    }
}
