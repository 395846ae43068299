import AdminProtocol
import Index
import Registry
import Store

struct CheckPerson: IndexedCommand {
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
    let roles: [Role]
    private let organisation: Reference<OrganisationID>?
    let date: CivilDate
    let freshness: Freshness

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        programme = try request.programme("programme")
        roles = try request.optionalChoice("as", as: Role.self).map { [$0] } ?? Role.allCases
        organisation = try request.optionalID("organisation")
        date = try CheckArguments.date(request, today: today)
        freshness = try Freshness(request)
    }

    /// What decides the standing.
    struct Facts: Sendable {
        var record: PersonRecord
        var programme: Programme
        /// Whose own rules count too.
        var organisation: OrganisationID?
        var programmes: [ProgrammeCode: Programme]
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await facts(snapshot)
        return Reply(roles.map { line(facts.record.id, $0, standing(facts, as: $0)) })
    }

    func answer(_ index: RegistryIndex) -> Indexed<[DataLine]>? {
        guard case .id(let id) = person else { return nil }
        var owner: OrganisationID?
        if let organisation {
            guard case .id(let id) = organisation else { return nil }
            owner = id
        }
        let known = index.standing(of: id, in: programme, as: roles, on: date, for: owner)
        return known?.map { known in
            known.roles.map { line(known.person, $0.role, $0.standing) }
        }
    }

    func facts(_ snapshot: Snapshot) async throws -> Facts {
        let id = try await snapshot.resolve(person)
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(programme)
        let records = try await snapshot.personRecords(of: [id])
        guard let record = records[id] else { throw Refusal.notFound("person", id.description) }
        let owner = try await snapshot.resolve(organisation)
        if let owner, try await snapshot.organisationFacts(of: [owner]).isEmpty {
            throw Refusal.notFound("organisation", owner.description)
        }
        return Facts(
            record: record, programme: programme, organisation: owner,
            programmes: catalogue.byCode)
    }

    func standing(_ facts: Facts, as role: Role) -> Standing {
        facts.record.standing(
            in: facts.programme, as: role, on: date, for: facts.organisation)
    }

    func line(_ id: PersonID, _ role: Role, _ standing: Standing) -> DataLine {
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
