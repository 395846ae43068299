import AdminProtocol
import Registry
import Store

struct LicenceGrant: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "grant"], "Grants an organisation a licence.",
        arguments: [
            ArgumentSpec(
                "organisation", .id(.organisation), isRequired: true, isSubject: true,
                "the holder"),
            ArgumentSpec(
                "type", .choice(LicenceType.allCases.map(\.rawValue)), isRequired: true,
                "single: one programme in one language; umbrella: may cover others"),
            ArgumentSpec(
                "programmes", .list(of: .programme), isRequired: true,
                "the programmes it names, or any"),
            ArgumentSpec("language", .language, "the language it is bound to (single only)"),
            ArgumentSpec("from", .date, "its first day (today)"),
            ArgumentSpec("until", .date, "its last day (36 months after the first)"),
        ] + LicenceArguments.allowances + [
            ArgumentSpec("external-id", .externalID, "the id that another system gave it")
        ],
        isWrite: true,
        example: "licence grant O-1 type=multiple programmes=CDSMP,CPSMP from=2026-01-01")

    struct Facts: Sendable {
        var holder: OrganisationID
        var programmes: [Programme]
        var existing: [Licence]
        var policy: Policy
        /// The licence that it continues, where a file says so.
        var renewalOf: LicenceID?
    }

    private let holder: Reference<OrganisationID>
    private let type: LicenceType
    private let scope: LicenceScope
    private let from: CivilDate
    private let until: CivilDate?
    private let request: Request
    private let id: LicenceID
    private let history: LicenceHistory

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        holder = try request.id("organisation")
        type = try request.choice("type")
        scope = try LicenceArguments.scope(request)
        from = try request.optionalDate("from", today: today) ?? today
        until = try request.optionalDate("until", today: today)
        id = try request.keptID()
        history = try LicenceHistory(request, today: today)
        self.request = request
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let holder = try await snapshot.resolve(holder)
        _ = try await transaction.lock([holder]).demand(holder)
        try await snapshot.demandFree(
            external: request.optionalText("external-id"), of: LicenceID.self)
        var facts = try await snapshot.licensing(holder, scope)
        facts.renewalOf = try await snapshot.resolve(history.renewalOf)
        return facts
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let until = until ?? LicenceRequest.defaultUntil(from: from, policy: facts.policy)
        guard let until else { throw .bad(request.missing("until")) }
        let wanted = LicenceRequest(
            holder: facts.holder, type: type, scope: scope,
            language: request.optionalLanguage("language"), from: from,
            until: until)
        let judgement = wanted.judge(
            programmes: facts.programmes, existing: facts.existing, policy: facts.policy)
        let broken = judgement.reasons.filter { context.rules != .trust || isHeld($0.code) }
        if !broken.isEmpty { throw .rules(broken) }
        var row = LicenceRow(wanted)
        row.licence.id = id
        row.renewalOf = facts.renewalOf
        history.complete(&row)
        row.externalID = request.optionalText("external-id")
        row.licence.workshopsPerYear = request.arguments["workshops-per-year"].flatMap { Int($0) }
        row.licence.trainingsPerYear = request.arguments["trainings-per-year"].flatMap { Int($0) }
        return Decision(.grantLicence(row), warnings: judgement.warnings)
    }

    /// Whether the database itself holds to the rule, so that nobody's word goes before it.
    private func isHeld(_ rule: RuleCode) -> Bool {
        switch rule {
        case .datesInvalid, .typeScope: true
        case .licenceOverlap: history.revokedOn == nil
        default: false
        }
    }
}

extension Snapshot {
    /// What decides whether an organisation may be granted a licence for `scope`.
    func licensing(
        _ holder: OrganisationID, _ scope: LicenceScope
    ) async throws -> LicenceGrant.Facts {
        let catalogue = try await programmes()
        var named: [Programme] = []
        if case .programmes(let codes) = scope {
            named = try codes.sorted().map { try catalogue.demand($0) }
        }
        let facts = try await organisationFacts(of: [holder])
        return LicenceGrant.Facts(
            holder: holder, programmes: named, existing: facts[holder]?.licences ?? [],
            policy: try await policy())
    }
}

extension LicenceRow {
    /// The licence that was asked for, not yet numbered.
    init(_ wanted: LicenceRequest) {
        self.init(
            licence: Licence(
                id: LicenceID(0), holder: wanted.holder, type: wanted.type, scope: wanted.scope,
                language: wanted.language, term: wanted.term))
    }
}
