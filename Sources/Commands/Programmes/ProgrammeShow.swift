import AdminProtocol
import Registry
import Store

struct ProgrammeShow: ReadCommand {
    static let spec = CommandSpec(
        ["programme", "show"],
        "Shows a programme, its prerequisites and how its certifications are kept.",
        arguments: [
            ArgumentSpec(
                "code", .programme, isRequired: true, isSubject: true, "the programme's code")
        ],
        example: "programme show CPSMP")
    static let audience = Set<AccountRole>.insiders

    private let code: ProgrammeCode

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        code = try request.programme("code")
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let catalogue = try await snapshot.programmes()
        let programme = try catalogue.demand(code)
        let rules = programme.needsAuthorisation ? programme.retention : []
        return Reply(
            [programme.line(version: catalogue.versions[code] ?? 1, on: context.today)]
                + programme.prerequisites.map(\.line) + rules.map(\.line))
    }
}

extension Prerequisite {
    fileprivate var line: DataLine {
        var line = DataLine("prerequisite")
        line.add("id", word: id)
        line.add("needs", list: alternatives)
        line.add("standing", word: standing)
        line.addDays(effective)
        return line
    }
}

extension RetentionRule {
    fileprivate var line: DataLine {
        var line = DataLine("retention")
        line.add("id", word: id)
        line.add("rule", word: name)
        line.add("role", word: role.rawValue)
        line.add("first-months", integer: firstMonths)
        line.add("later-months", integer: laterMonths)
        line.add("counts-first", list: countsFirst.map(\.text).sorted())
        line.add("counts-later", list: countsLater.map(\.text).sorted())
        if countsIn == .any { line.add("counts-in", word: countsIn.rawValue) }
        line.add("trained-in", word: trainedIn?.rawValue)
        line.addDays(effective)
        line.add("source", text: source)
        return line
    }
}
