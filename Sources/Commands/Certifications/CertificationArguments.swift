import AdminProtocol
import Registry
import Store

/// How a line names a certification: by its id, or by person, programme and role.
struct CertificationArguments: Sendable {
    private enum Named {
        case id(CertificationID)
        case place(Reference<PersonID>, ProgrammeCode, Role)
    }
    private let named: Named

    static let specs = [
        ArgumentSpec(
            "certification", .anyID([.certification, .person]), isSubject: true,
            "the certification, or the person whose it is in that programme and role"),
        ArgumentSpec("person", .id(.person), "the same as the person without a key"),
        ArgumentSpec("programme", .programme, "in which programme"),
        ArgumentSpec("role", .choice(Role.allCases.map(\.rawValue)), "as what"),
    ]

    init(_ request: Request) throws(ProtocolError) {
        guard request.isGiven("certification") else {
            named = .place(
                try request.id("person"), try request.programme("programme"),
                try request.choice("role"))
            return
        }
        let id = request.arguments["certification"].flatMap { CertificationID($0) }
        let others = ["person"] + (id == nil ? [] : ["programme", "role"])
        for other in others where request.isGiven(other) {
            throw request.badValue(other, want: "left out where the certification is given")
        }
        if let id {
            named = .id(id)
        } else {
            named = .place(
                try request.id("certification"), try request.programme("programme"),
                try request.choice("role"))
        }
    }

    func resolve(_ snapshot: Snapshot) async throws -> CertificationID {
        switch named {
        case .id(let id): return id
        case .place(let reference, let programme, let role):
            let person = try await snapshot.resolve(reference)
            let found = try await snapshot.certification(of: person, in: programme, as: role)
            guard let found else {
                throw Refusal.no(
                    .notFound, [Field("person", .word(person.description))],
                    message: "\(person) was never certified as \(role.rawValue) of \(programme)")
            }
            return found
        }
    }

    /// The certification, kept for a change of it, with its suspensions.
    func facts(
        _ transaction: WriteTransaction, _ context: Context
    ) async throws -> CertificationFacts {
        let snapshot = transaction.snapshot
        let id = try await resolve(snapshot)
        guard let found = try await snapshot.certifications([id], on: context.today).first else {
            throw Refusal.notFound("certification", id.description)
        }
        _ = try await transaction.lock([found.person])
        _ = try await transaction.lock([id]).demand(id)
        guard let row = try await snapshot.certifications([id], on: context.today).first else {
            throw Refusal.notFound("certification", id.description)
        }
        guard row.person == found.person else {
            throw Refusal.no(.busy, message: "\(id) has just become \(row.person)'s: send it again")
        }
        return CertificationFacts(row: row, suspensions: try await snapshot.suspensions(of: id))
    }
}

struct CertificationFacts: Sendable {
    var row: CertificationRow
    var suspensions: [DateSpan]

    var target: (thing: Thing, version: Int)? { (.certification(row.id), row.version) }

    /// The person, of whose standing the facts differ from this day on.
    func touched(from date: CivilDate) -> Touched { Touched(people: [row.person], from: date) }

    var place: CertificationPlace {
        CertificationPlace(id: row.id, person: row.person, programme: row.programme)
    }
}
