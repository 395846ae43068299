import AdminProtocol
import Index
import Registry
import Store

struct CheckOrganisation: IndexedCommand {
    static let spec = CommandSpec(
        ["check", "organisation"],
        "Tells whether an organisation may offer a programme and train in it, and why not.",
        arguments: [
            ArgumentSpec(
                "organisation", .id(.organisation), isRequired: true, isSubject: true,
                "the organisation"),
            ArgumentSpec("programme", .programme, isRequired: true, "the programme"),
            ArgumentSpec("language", .language, "in which language (any)"),
        ] + CheckArguments.shared,
        example: "check organisation O-1 programme=CPSMP on=2026-03-03")
    static let audience = CheckArguments.audience

    private let organisation: Reference<OrganisationID>
    private let programme: ProgrammeCode
    let language: String?
    let date: CivilDate
    let freshness: Freshness

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        organisation = try request.id("organisation")
        programme = try request.programme("programme")
        language = request.optionalLanguage("language")
        date = try CheckArguments.date(request, today: today)
        freshness = try Freshness(request)
    }

    /// What decides the verdict.
    struct Facts: Sendable {
        var organisation: OrganisationFacts
        var programme: Programme
        var affiliates: [Affiliate]
        var policy: Policy
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await facts(snapshot)
        return Reply(lines(facts, verdict(facts)))
    }

    func answer(_ index: RegistryIndex) -> Indexed<[DataLine]>? {
        guard case .id(let id) = organisation,
            let known = index.organisation(id, programme: programme, on: date)
        else { return nil }
        return known.map { known in
            let facts = Facts(
                organisation: known.facts, programme: known.programme,
                affiliates: known.affiliates, policy: known.policy)
            return lines(facts, verdict(facts))
        }
    }

    func facts(_ snapshot: Snapshot) async throws -> Facts {
        let id = try await snapshot.resolve(organisation)
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(programme)
        guard let facts = try await snapshot.organisationFacts(of: [id])[id] else {
            throw Refusal.notFound("organisation", id.description)
        }
        let affiliates = try await snapshot.affiliates(
            of: [(id, programme.code)], on: date, by: catalogue)
        return Facts(
            organisation: facts, programme: programme, affiliates: affiliates[0],
            policy: try await snapshot.policy())
    }

    func verdict(_ facts: Facts) -> OrganisationVerdict {
        OrganisationVerdict.judge(
            organisation: facts.organisation, programme: facts.programme,
            affiliates: facts.affiliates, policy: facts.policy, on: date, language: language)
    }

    func lines(_ facts: Facts, _ verdict: OrganisationVerdict) -> [DataLine] {
        [line(facts.organisation.id, facts.programme, verdict)]
            + verdict.offer.lines(for: "offer") + verdict.train.lines(for: "train")
    }

    private func line(
        _ id: OrganisationID, _ programme: Programme, _ verdict: OrganisationVerdict
    ) -> DataLine {
        var line = DataLine("verdict")
        line.add("organisation", word: id)
        line.add("programme", word: programme.code)
        line.add("on", date: date)
        line.add("may-offer", boolean: verdict.offer.isAllowed)
        line.add("may-train", boolean: verdict.train.isAllowed)
        line.add("leaders", integer: verdict.leaders)
        line.add("master-trainers", integer: verdict.masterTrainers)
        line.add("licence", word: verdict.licence)
        return line
    }
}
