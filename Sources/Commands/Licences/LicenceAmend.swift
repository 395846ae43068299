import AdminProtocol
import Registry
import Store

struct LicenceAmend: WriteCommand {
    static let spec = CommandSpec(
        ["licence", "amend"],
        "Changes what a licence allows; corrections of its term or scope need a reason.",
        arguments: [LicenceArguments.subject]
            + LicenceArguments.allowances.map(\.clearable) + [
                ArgumentSpec(
                    "external-id", .externalID, allowsEmpty: true,
                    "the id that another system gave it"),
                ArgumentSpec("from", .date, "correction: its first day"),
                ArgumentSpec("until", .date, "correction: its last day"),
                ArgumentSpec(
                    "programmes", .list(of: .programme),
                    "correction: the programmes it names, or any"),
                ArgumentSpec(
                    "language", .language, allowsEmpty: true,
                    "correction: the language it is bound to (single only)"),
            ],
        isWrite: true, changesExisting: true,
        example: "licence amend L-1 workshops-per-year=20")

    struct Facts: Sendable {
        var old: LicenceFacts
        var licensing: LicenceGrant.Facts
    }

    private let licence: Reference<LicenceID>
    private let scope: LicenceScope?
    private let from: CivilDate?
    private let until: CivilDate?
    private let workshops: Int?
    private let trainings: Int?
    private let request: Request

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        scope = request.isGiven("programmes") ? try LicenceArguments.scope(request) : nil
        from = try request.optionalDate("from", today: today)
        until = try request.optionalDate("until", today: today)
        workshops = try request.optionalInteger("workshops-per-year")
        trainings = try request.optionalInteger("trainings-per-year")
        self.request = request
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let old = try await transaction.keep(licence)
        let id = old.licence.id
        try await transaction.snapshot.demandFree(
            external: request.optionalText("external-id"), of: LicenceID.self, but: id)
        var licensing = try await transaction.snapshot.licensing(
            old.licence.holder, scope ?? old.licence.scope)
        licensing.existing.removeAll { $0.id == id }
        return Facts(old: old, licensing: licensing)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? { facts.old.target }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        var row = facts.old.row
        row.externalID = request.amended("external-id", from: row.externalID)
        if request.isGiven("workshops-per-year") { row.licence.workshopsPerYear = workshops }
        if request.isGiven("trainings-per-year") { row.licence.trainingsPerYear = trainings }
        row.licence.scope = scope ?? row.licence.scope
        row.licence.term.from = from ?? row.licence.term.from
        row.licence.term.until = until ?? row.licence.term.until
        if request.isGiven("language") {
            row.licence.language = request.optionalLanguage("language")
        }
        let warnings = try judgeCorrection(to: row.licence, facts)
        return Decision(
            .amendLicence(row), warnings: warnings, touched: touched(by: row.licence, facts))
    }

    /// What was held under the licence as it was, where its term or scope is corrected.
    private func touched(by new: Licence, _ facts: Facts) -> Touched? {
        let old = facts.old.licence
        let isSame =
            new.scope == old.scope && new.language == old.language && new.term == old.term
        return isSame ? nil : Touched(licence: old, from: old.term.from)
    }

    /// Judges another term or scope as if the licence were granted with it.
    private func judgeCorrection(to new: Licence, _ facts: Facts) throws(Refusal) -> [Reason] {
        let old = facts.old.licence
        let isSame =
            new.scope == old.scope && new.language == old.language && new.term == old.term
        if isSame { return [] }
        if request.reason == nil { throw .bad(request.missing("reason")) }
        if let revoked = old.revokedOn {
            throw .conflict("\(old.id) was revoked on \(revoked): nothing is left to correct")
        }
        if let conflict = reportConflict(old, new) { throw .conflict(conflict) }
        let wanted = LicenceRequest(
            holder: new.holder, type: new.type, scope: new.scope, language: new.language,
            from: new.term.from, until: new.term.until)
        let judgement = wanted.judge(
            programmes: facts.licensing.programmes, existing: facts.licensing.existing,
            policy: facts.licensing.policy)
        if !judgement.isAllowed { throw .rules(judgement.reasons) }
        return judgement.warnings
    }

    /// A report is kept by its licence year, which must go on being one.
    private func reportConflict(_ old: Licence, _ new: Licence) -> String? {
        let lost = old.reportsFiled.filter { new.licenceYear(beginning: $0) == nil }
        guard let year = lost.min() else { return nil }
        return "the annual report for the licence year from \(year) was filed: with these days "
            + "\(old.id) would have no such year"
    }
}

extension ArgumentSpec {
    /// The same argument, where `name=""` clears the field.
    fileprivate var clearable: ArgumentSpec {
        var argument = self
        argument.allowsEmpty = true
        return argument
    }
}
