import AdminProtocol
import Registry
import Store

struct CheckPerson: ReadCommand {
    static let spec = CommandSpec(
        ["check", "person"],
        "Tells whether a person is authorised as leader or master trainer of a programme.",
        arguments: [
            ArgumentSpec("person", .id(.person), isRequired: true, isSubject: true, "the person"),
            ArgumentSpec("programme", .programme, isRequired: true, "the programme"),
            ArgumentSpec("as", .choice(Role.allCases.map(\.rawValue)), "as what (both)"),
            ArgumentSpec(
                "organisation", .id(.organisation),
                "by the rules of its own too, where it has any"),
        ] + CheckArguments.shared,
        example: "check person P-1 programme=CPSMP as=leader")
    static let audience = CheckArguments.audience

    private let person: Reference<PersonID>
    private let programme: ProgrammeCode
    private let roles: [Role]
    private let organisation: Reference<OrganisationID>?
    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        programme = try request.programme("programme")
        roles = try request.optionalChoice("as", as: Role.self).map { [$0] } ?? Role.allCases
        organisation = try request.optionalID("organisation")
        date = try CheckArguments.date(request, today: today)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.resolve(person)
        let programme = try await snapshot.programme(programme)
        let records = try await snapshot.personRecords(of: [id])
        guard let record = records[id] else { throw Refusal.notFound("person", id.description) }
        let owner = try await snapshot.resolve(organisation)
        if let owner, try await snapshot.organisationFacts(of: [owner]).isEmpty {
            throw Refusal.notFound("organisation", owner.description)
        }
        return Reply(
            roles.map { role in
                let standing = record.standing(in: programme, as: role, on: date, for: owner)
                return line(id, role, standing)
            })
    }

    private func line(_ id: PersonID, _ role: Role, _ standing: Standing) -> DataLine {
        var line = DataLine("standing")
        line.add("person", word: id)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("on", date: date)
        line.add("state", word: standing.state.rawValue)
        line.add("authorised", boolean: standing.isAuthorised)
        line.add("anchor", date: standing.anchor)
        line.add("current-until", date: standing.currentUntil)
        if !standing.overlaysBroken.isEmpty { line.add("overlays", list: standing.overlaysBroken) }
        return line
    }
}
