import AdminProtocol
import Registry
import Store

struct CheckTrainee: IndexedCommand {
    static let spec = CommandSpec(
        ["check", "trainee"],
        "Tells whether a person may attend a training of a programme, and why not.",
        arguments: [
            ArgumentSpec("person", .id(.person), isRequired: true, isSubject: true, "the person"),
            ArgumentSpec("programme", .programme, isRequired: true, "the programme"),
            ArgumentSpec(
                "kind", .choice(TrainingKind.allCases.map(\.rawValue)), isRequired: true,
                "the kind of training"),
        ] + CheckArguments.shared,
        example: "check trainee P-8 programme=CPSMP kind=cross on=2026-03-02")
    static let audience = CheckArguments.audience

    private let person: Reference<PersonID>
    private let programme: ProgrammeCode
    private let kind: TrainingKind
    private let date: CivilDate
    let freshness: Freshness

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        programme = try request.programme("programme")
        kind = try request.choice("kind")
        date = try CheckArguments.date(request, today: today)
        freshness = try Freshness(request)
    }

    /// What decides the verdict.
    struct Facts: Sendable {
        var record: PersonRecord
        var programme: Programme
        var programmes: [ProgrammeCode: Programme]
        var policy: Policy
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let facts = try await facts(snapshot)
        return Reply(lines(facts, judgement(facts)))
    }

    func facts(_ snapshot: Snapshot) async throws -> Facts {
        let id = try await snapshot.resolve(person)
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(programme)
        let records = try await snapshot.personRecords(of: [id])
        guard let record = records[id] else { throw Refusal.notFound("person", id.description) }
        return Facts(
            record: record, programme: programme, programmes: catalogue.byCode,
            policy: try await snapshot.policy())
    }

    func request(_ facts: Facts) -> TraineeRequest {
        TraineeRequest(
            person: facts.record.id, programme: facts.programme, kind: kind, on: date)
    }

    func judgement(_ facts: Facts) -> Judgement {
        request(facts).judge(
            record: facts.record, programmes: facts.programmes, policy: facts.policy)
    }

    func lines(_ facts: Facts, _ judgement: Judgement) -> [DataLine] {
        var line = DataLine("verdict")
        line.add("person", word: facts.record.id)
        line.add("programme", word: facts.programme.code)
        line.add("training-kind", word: kind.rawValue)
        line.add("on", date: date)
        line.add("may-attend", boolean: judgement.isAllowed)
        return [line] + judgement.lines()
    }
}
