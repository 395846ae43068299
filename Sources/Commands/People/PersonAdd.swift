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
    let mergedInto: Reference<PersonID>?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        let erasedOn = try request.optionalDate("erased-on", today: today)
        var row = PersonRow(
            id: try request.keptID(), name: erasedOn == nil ? try request.text("name") : "",
            email: request.optionalText("email"),
            externalID: request.optionalText("external-id"),
            professions: try PersonArguments.professions(request),
            peerFor: Set(try request.programmes("peer-for")).sorted())
        row.erasedOn = erasedOn
        mergedInto = try request.optionalID("merged-into")
        self.row = row
    }

    /// Who the person turned out to be, where a file says so.
    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> PersonID? {
        try await transaction.snapshot.demandFree(external: row.externalID, of: PersonID.self)
        if !row.peerFor.isEmpty {
            let catalogue = try await transaction.snapshot.programmes()
            for code in row.peerFor { _ = try catalogue.demand(code) }
        }
        guard let mergedInto else { return nil }
        return try await transaction.snapshot.resolveItself(mergedInto)
    }

    /// Nobody yet: they will belong to the coordinator's organisation.
    func reach(_ mergedInto: PersonID?) -> Reach? { Reach() }

    /// Whom a coordinator adds belongs to the own organisation from today on, for nobody else would
    /// see them.
    func decide(_ mergedInto: PersonID?, _ context: Context) throws(Refusal) -> Decision {
        var row = row
        row.mergedInto = mergedInto
        guard case .organisation(let own) = context.account.scope else {
            return Decision(.addPerson(row))
        }
        return Decision(.addMember(row, own, DateSpan(from: context.today, until: nil)))
    }
}
