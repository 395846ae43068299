import AdminProtocol
import Registry
import Store

/// The ids behind the external ids that rows name things by: one query a kind, however many rows.
struct ReferenceBook: Sendable {
    private var organisations: [String: OrganisationID] = [:]
    private var people: [String: PersonID] = [:]
    private var licences: [String: LicenceID] = [:]

    /// Looks up what these requests name.
    init(of requests: [Request], _ snapshot: Snapshot) async throws {
        var named: [IDKind: Set<String>] = [:]
        for request in requests {
            for (kind, external) in request.externalNames {
                named[kind, default: []].insert(external)
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
    }

    /// The id that a reference to a thing of the kind means, as it is written; nil for none.
    func id(_ kind: IDKind, _ value: String) -> String? {
        guard let external = ArgumentType.externalID(after: value) else {
            return value.uppercased()
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
        try demand(reference, in: people)
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
    /// The external ids by which the arguments name things.
    fileprivate var externalNames: [(IDKind, String)] {
        arguments.flatMap { name, value -> [(IDKind, String)] in
            switch command.argument(name)?.type {
            case .id(let kind):
                return ArgumentType.externalID(after: value).map { [(kind, $0)] } ?? []
            case .list(of: .id(let kind)):
                let elements = ArgumentType.elements(of: value) ?? []
                return elements.compactMap { ArgumentType.externalID(after: $0) }
                    .map { (kind, $0) }
            default: return []
            }
        }
    }
}
