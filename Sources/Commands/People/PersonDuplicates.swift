import AdminProtocol
import Registry
import Store

struct PersonDuplicates: ReadCommand {
    static let spec = CommandSpec(
        ["person", "duplicates"],
        "Lists people who may be one: called alike, or with one e-mail address.",
        arguments: [
            ArgumentSpec("person", .id(.person), isSubject: true, "only those who may be this one")
        ] + ArgumentSpec.paging,
        example: "person duplicates")
    static let audience = Set<AccountRole>.readers

    private let person: Reference<PersonID>?
    private let page: Page

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        person = try request.optionalID("person")
        page = try request.page(of: PersonID.self)
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let person: PersonID? = try await snapshot.resolve(person)
        if let person { _ = try await snapshot.demandPerson(person) }
        let found = try await snapshot.likenesses(of: person, page: page)
        return Reply(
            page: found, limit: context.request.limit, next: { "\($0.person)" }, line: \.line)
    }
}

extension Likeness {
    fileprivate var line: DataLine {
        var line = DataLine("duplicate")
        line.add("person", word: person)
        if !sameName.isEmpty { line.add("same-name", list: sameName) }
        if !sameEmail.isEmpty { line.add("same-email", list: sameEmail) }
        return line
    }
}
