import AdminProtocol
import Registry
import Store

struct ProgrammeDefine: WriteCommand {
    static let spec = CommandSpec(
        ["programme", "define"],
        "Defines a programme; it works from then on like those that were shipped.",
        arguments: courseArguments + organisationArguments + trainingArguments, isWrite: true,
        example: "programme define SWC title=\"Software Carpentry\" sessions=2 minutes=420 "
            + "modes=in-person leaders=2 licence-types=multiple,umbrella "
            + "formats=leader/standard:2")

    let programme: Programme

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        programme = try ProgrammeDefinition(request).programme()
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Catalogue {
        try await transaction.snapshot.programmes()
    }

    func target(_ catalogue: Catalogue) -> (thing: Thing, version: Int)? {
        catalogue.versions[programme.code].map { (.programme(programme.code), $0) }
    }

    func decide(_ catalogue: Catalogue, _ context: Context) throws(Refusal) -> Decision {
        if catalogue[programme.code] != nil {
            if context.rules == .trust { return Decision(.amendProgramme(programme)) }
            throw .conflict(
                "\(programme.code) is defined already: programme show \(programme.code)")
        }
        for prerequisite in programme.prerequisites {
            for code in prerequisite.alternatives { _ = try catalogue.demand(code) }
        }
        return Decision(.defineProgramme(programme))
    }
}
