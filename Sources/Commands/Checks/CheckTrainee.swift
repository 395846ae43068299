import AdminProtocol
import Registry
import Store

struct CheckTrainee: ReadCommand {
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

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.id("person")
        programme = try request.programme("programme")
        kind = try request.choice("kind")
        date = try CheckArguments.date(request, today: today)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.resolve(person)
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(programme)
        let records = try await snapshot.personRecords(of: [id])
        guard let record = records[id] else { throw Refusal.notFound("person", id.description) }
        let judgement = TraineeRequest(person: id, programme: programme, kind: kind, on: date)
            .judge(
                record: record, programmes: catalogue.byCode, policy: try await snapshot.policy())
        var line = DataLine("verdict")
        line.add("person", word: id)
        line.add("programme", word: programme.code)
        line.add("training-kind", word: kind.rawValue)
        line.add("on", date: date)
        line.add("may-attend", boolean: judgement.isAllowed)
        return Reply([line] + judgement.lines())
    }
}
