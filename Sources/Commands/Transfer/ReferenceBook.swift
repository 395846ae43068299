import AdminProtocol
import Registry
import Store

/// The ids behind the external ids that rows name things by: one query a kind, however many rows.
struct ReferenceBook: Sendable {
    private var organisations: [String: OrganisationID] = [:]
    private var people: [String: PersonID] = [:]
    private var licences: [String: LicenceID] = [:]
    /// Who they became of those who are named and were merged.
    private var successors: [PersonID: PersonID] = [:]

    /// Looks up what these requests name.
    ///
    /// - Parameter followsMerges: whether somebody who was merged is the one whom they turned out
    ///   to be.
    init(
        of requests: [Request], _ snapshot: Snapshot, followsMerges: Bool = true
    ) async throws {
        var named: [IDKind: Set<String>] = [:]
        var persons: Set<PersonID> = []
        for (kind, value) in requests.flatMap(\.names) {
            if let external = ArgumentType.externalID(after: value) {
                named[kind, default: []].insert(external)
            } else if kind == .person, let id = PersonID(value) {
                persons.insert(id)
            }
        }
        if let names = named[.organisation] {
            organisations = try await snapshot.ids(external: names.sorted())
        }
        if let names = named[.person] {
            people = try await snapshot.ids(external: names.sorted())
        }
        if let names = named[.licence] {
            licences = try await snapshot.ids(external: names.sorted())
        }
        guard followsMerges else { return }
        successors = try await snapshot.successors(of: persons.union(people.values).sorted())
        people = people.mapValues { successors[$0] ?? $0 }
    }

    /// The id that a reference to a thing of the kind means, as it is written; nil for none.
    func id(_ kind: IDKind, _ value: String) -> String? {
        guard let external = ArgumentType.externalID(after: value) else {
            guard kind == .person, let id = PersonID(value) else { return value.uppercased() }
            return (successors[id] ?? id).description
        }
        switch kind {
        case .organisation: return organisations[external]?.description
        case .person: return people[external]?.description
        case .licence: return licences[external]?.description
        default: return nil
        }
    }

    func demand(_ reference: Reference<OrganisationID>) throws(Refusal) -> OrganisationID {
        try demand(reference, in: organisations)
    }

    func demand(_ reference: Reference<PersonID>) throws(Refusal) -> PersonID {
        let id = try demand(reference, in: people)
        return successors[id] ?? id
    }

    func demand(_ reference: Reference<LicenceID>) throws(Refusal) -> LicenceID {
        try demand(reference, in: licences)
    }

    private func demand<ID: RegistryID>(
        _ reference: Reference<ID>, in known: [String: ID]
    ) throws(Refusal) -> ID {
        switch reference {
        case .id(let id): return id
        case .external(let text):
            guard let id = known[text] else { throw .notFound(ID.noun, "ext:\(text)") }
            return id
        }
    }
}

extension Request {
    /// How the arguments name things: by ids, or by external ids.
    fileprivate var names: [(IDKind, String)] {
        arguments.flatMap { name, value -> [(IDKind, String)] in
            switch command.argument(name)?.type {
            case .id(let kind): return [(kind, value)]
            case .list(of: .id(let kind)):
                return (ArgumentType.elements(of: value) ?? []).map { (kind, $0) }
            default: return []
            }
        }
    }
}
