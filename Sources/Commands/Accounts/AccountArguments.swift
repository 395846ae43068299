import AdminProtocol
import Registry
import Store

/// The name of an account as a line says it.
enum AccountName {
    static let subject = ArgumentSpec(
        "account", type, isRequired: true, isSubject: true, "the account's name")

    /// Names are in small letters: two that differ in case would be taken for one another.
    static let type = ArgumentType.form(
        "1 to 64 letters, digits and . _ @ + -, the first a letter or digit")

    static func read(_ request: Request) throws(ProtocolError) -> String {
        let name = try request.text("account").lowercased()
        let bytes = name.utf8
        guard bytes.count <= 64, let first = bytes.first, first.isNameLetter,
            bytes.allSatisfy({ $0.isNameLetter || ".-_@+".utf8.contains($0) })
        else { throw request.badValue("account") }
        return name
    }
}

extension UInt8 {
    fileprivate var isNameLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}

/// Roles and what they are bound to, as `add`, `amend` and `token` take them.
struct GrantArguments: Sendable {
    private let roles: Set<AccountRole>
    private let person: Reference<PersonID>?
    private let organisation: Reference<OrganisationID>?
    private let fault: ProtocolError

    /// The roles that an account can have.
    static let roles = AccountRole.allCases.filter { $0 != .public }.map(\.rawValue)

    static func specs(areRequired: Bool, _ summary: String) -> [ArgumentSpec] {
        [
            ArgumentSpec("role", .list(of: .choice(roles)), isRequired: areRequired, summary),
            ArgumentSpec("person", .id(.person), "to whom a trainer is bound"),
            ArgumentSpec("organisation", .id(.organisation), "to which a coordinator is bound"),
        ]
    }

    init(_ request: Request) throws(ProtocolError) {
        roles = Set(try request.choices("role"))
        person = try request.optionalID("person")
        organisation = try request.optionalID("organisation")
        fault = request.badValue(
            "role",
            want: "trainer alone with person=, coordinator alone with organisation=, or any of "
                + "auditor, administrator, operator without either")
    }

    /// What is granted; nil where no role is named. Whoever it is bound to is kept, so that they
    /// are not merged into somebody else meanwhile.
    func grant(_ transaction: WriteTransaction) async throws -> AccountGrant? {
        let snapshot = transaction.snapshot
        if roles.isEmpty, person == nil, organisation == nil { return nil }
        let person = try await snapshot.resolve(person)
        let organisation = try await snapshot.resolve(organisation)
        if let person { try await transaction.lockForNewFacts([person]) }
        if let organisation, try await snapshot.organisations([organisation]).isEmpty {
            throw Refusal.notFound("organisation", organisation.description)
        }
        do {
            return try AccountGrant(roles: roles, person: person, organisation: organisation)
        } catch {
            throw Refusal.bad(fault)
        }
    }
}

extension Snapshot {
    /// The account of this name.
    func demandAccount(named name: String) async throws -> AccountID {
        guard let id = try await account(named: name) else {
            throw Refusal.notFound("account", name)
        }
        return id
    }
}

extension WriteTransaction {
    /// The account of this name, kept for a change of it, or of its tokens.
    func account(named name: String, _ context: Context) async throws -> AccountRow {
        let id = try await snapshot.demandAccount(named: name)
        _ = try await lock([id])
        guard let row = try await snapshot.accounts([id], on: context.today).first else {
            throw Refusal.notFound("account", name)
        }
        return row
    }
}
