import AdminProtocol
import Registry
import Store

struct CertificationAward: WriteCommand {
    static let spec = CommandSpec(
        ["certification", "award"],
        "Recognises a training given elsewhere, with evidence; not held against the rules.",
        arguments: [
            ArgumentSpec("person", .id(.person), isRequired: true, isSubject: true, "who"),
            ArgumentSpec("programme", .programme, isRequired: true, "in which programme"),
            ArgumentSpec(
                "role", .choice(Role.allCases.map(\.rawValue)), isRequired: true, "as what"),
            ArgumentSpec("trained-on", .date, isRequired: true, "the day of that training"),
            ArgumentSpec("evidence", .text, isRequired: true, "what shows it"),
        ],
        isWrite: true,
        example: "certification award P-1 programme=CDSMP role=master-trainer "
            + "trained-on=2024-05-17 evidence=\"certificate 1234\"")

    let person: Reference<PersonID>
    let programme: ProgrammeCode
    let role: Role
    private let trainedOn: CivilDate
    private let evidence: String
    private let isVoid: Bool

    struct Facts: Sendable {
        var person: PersonID
        var programme: Programme
        /// The certification, where the person has it.
        var existing: (id: CertificationID, version: Int)?
        /// Whether this very training was recognised before.
        var isAwarded: Bool
    }

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        programme = try request.programme("programme")
        role = try request.choice("role")
        trainedOn = try request.date("trained-on", today: today)
        evidence = try request.text("evidence")
        isVoid = request.optionalText("state") != nil
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let id = try await snapshot.resolve(person)
        let known = try await snapshot.programme(programme)
        try await transaction.lockForNewFacts([id])
        let certification = try await snapshot.certification(of: id, in: programme, as: role)
        var existing: (CertificationID, Int)?
        if let certification {
            existing = (
                certification,
                try await transaction.lock([certification])
                    .demand(certification)
            )
        }
        let isAwarded = try await snapshot.isAwarded(certification, trainedOn: trainedOn)
        return Facts(person: id, programme: known, existing: existing, isAwarded: isAwarded)
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        facts.existing.map { (.certification($0.id), $0.version) }
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        if context.rules == .trust { return Decision(.award(award(to: facts.person))) }
        if trainedOn > context.today {
            throw .rules([.dateInFuture(trainedOn, today: context.today)])
        }
        guard facts.programme.needsAuthorisation else {
            throw .conflict("\(programme) trains nobody: there is nothing to certify")
        }
        if facts.isAwarded {
            throw .conflict(
                "\(facts.person) was awarded this already, for a training on \(trainedOn)",
                facts.existing.map { [Field("certification", .word($0.id.description))] } ?? [])
        }
        return Decision(.award(award(to: facts.person)))
    }

    func award(to person: PersonID) -> Award {
        var award = Award(
            person: person, programme: programme, role: role, trainedOn: trainedOn,
            evidence: evidence)
        award.isVoid = isVoid
        return award
    }
}
