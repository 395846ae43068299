import AdminProtocol
import Registry
import Store

struct PersonMergeInto: WriteCommand {
    static let spec = CommandSpec(
        ["person", "merge"],
        "Makes one person of two: what was recorded of the first is the other's from then on.",
        arguments: [
            PersonArguments.subject,
            ArgumentSpec("into", .id(.person), isRequired: true, "who the person is"),
        ],
        isWrite: true, changesExisting: true,
        example: "person merge P-1 into=P-2 reason=\"added twice\"")

    private let person: Reference<PersonID>
    private let into: Reference<PersonID>

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        into = try request.id("into")
    }

    struct Facts: Sendable {
        var person: PersonID
        var version: Int
        var into: PersonID
        var affiliations: [AffiliationRow]
        var certifications: [HeldCertification]
        var shared: [SharedCourse]
    }

    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts {
        let snapshot = transaction.snapshot
        let ids = try await snapshot.resolve([person, into])
        try await transaction.lockForNewFacts(ids)
        let held = try await snapshot.certifications(heldBy: ids)
        _ = try await transaction.lock(held.map(\.id))
        let version = try await snapshot.people([ids[0]]).first?.version ?? 1
        return Facts(
            person: ids[0], version: version, into: ids[1],
            affiliations: try await snapshot.affiliations(of: ids), certifications: held,
            shared: try await snapshot.shared(by: ids[0], and: ids[1]))
    }

    func target(_ facts: Facts) -> (thing: Thing, version: Int)? {
        (.person(facts.person), facts.version)
    }

    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision {
        if facts.person == facts.into {
            throw .conflict("they are one already, as \(facts.into)")
        }
        let own = facts.affiliations.filter { $0.person == facts.person }
        let belongings = Set(own.map(\.organisation)).sorted().flatMap { organisation in
            facts.affiliations.filter { $0.organisation == organisation }.map(\.span).united()
                .map { Belonging(organisation: organisation, span: $0) }
        }
        let folds = facts.certifications.filter { $0.person == facts.person }
            .compactMap { own in
                facts.certifications.first {
                    $0.person == facts.into && $0.programme == own.programme && $0.role == own.role
                }.map { own.folded(into: $0) }
            }
        let merge = PersonMerge(
            person: facts.person, into: facts.into, affiliations: belongings, folds: folds)
        var decision = Decision(.merge(merge))
        decision.notes = folds.map(\.duplicate) + facts.shared.map(\.duplicate)
        return decision
    }
}

extension CertificationFold {
    fileprivate var duplicate: DataLine {
        var line = DataLine("duplicate")
        line.add("certification", word: certification)
        line.add("of", word: into)
        return line
    }
}

extension SharedCourse {
    fileprivate var duplicate: DataLine {
        var line = DataLine("duplicate")
        switch self {
        case .training(let id): line.add("training", word: id)
        case .workshop(let id): line.add("workshop", word: id)
        }
        return line
    }
}
