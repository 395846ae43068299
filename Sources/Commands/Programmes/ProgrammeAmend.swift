import AdminProtocol
import Registry
import Store

struct ProgrammeAmend: WriteCommand {
    static let spec = CommandSpec(
        ["programme", "amend"],
        "Changes everything of a programme but its code and its rows of policy.",
        arguments: arguments, isWrite: true, changesExisting: true,
        example: "programme amend CPSMP modes=in-person:8-16,virtual:8-12")

    /// Those of `programme define` but `needs`, which is `programme require`'s; what may be absent
    /// there can be cleared here.
    private static let arguments =
        (ProgrammeDefine.courseArguments
        + ProgrammeDefine.organisationArguments + ProgrammeDefine.trainingArguments)
        .filter { $0.name != "needs" }
        .map { argument in
            var argument = argument
            argument.isRequired = argument.isSubject
            argument.allowsEmpty =
                argument.allowsEmpty
                || ["minutes", "total-minutes", "professions"].contains(argument.name)
            return argument
        }

    struct Facts: Sendable {
        var old: Programme
        var wanted: Programme
        var version: Int
        var bounds: ProgrammeBounds
    }

    private let code: ProgrammeCode
    private let definition: ProgrammeDefinition

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        code = try request.programme("code")
        definition = ProgrammeDefinition(request)
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        guard let version = try await transaction.lock(code) else {
            throw Refusal.notFound("programme", code.text)
        }
        let old = try await transaction.snapshot.programmes().demand(code)
        let wanted = try definition.amended(old)
        return Facts(
            old: old, wanted: wanted, version: version,
            bounds: try await transaction.snapshot.bounds(of: wanted, on: context.today))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.programme(code), facts.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        let bounds = facts.bounds
        if facts.wanted.licenceTypes != facts.old.licenceTypes, let licence = bounds.licence {
            throw contradiction(licence, "is of a type that would not be accepted: revoke it first")
        }
        if facts.wanted.modes != facts.old.modes, let workshop = bounds.workshop {
            throw contradiction(
                workshop, "is scheduled in a mode that would be gone: void it first")
        }
        if facts.wanted.formats != facts.old.formats {
            if let training = bounds.training {
                throw contradiction(
                    training, "is scheduled in a format that would be gone: void it first")
            }
            if let certification = bounds.certification {
                throw contradiction(
                    certification, "stands in \(code): leave a format in which it is trained")
            }
        }
        return Decision(.amendProgramme(facts.wanted))
    }

    private func contradiction<ID: RegistryID>(_ id: ID, _ sentence: String) -> Refusal {
        .conflict("\(id) \(sentence)", [Field(ID.noun, .word(id.description))])
    }
}
