import AdminProtocol
import Registry
import Store

/// From how a line names things to the things. Whatever is not there is a `not-found`.
extension Snapshot {
    /// The id; that an id given as such exists is seen by whoever loads or locks it.
    func resolve<ID: ExternallyKnown>(_ reference: Reference<ID>) async throws -> ID {
        try await resolve([reference])[0]
    }

    func resolve<ID: ExternallyKnown>(_ reference: Reference<ID>?) async throws -> ID? {
        guard let reference else { return nil }
        return try await resolve([reference])[0]
    }

    /// The very person that is named, though merged into another.
    func resolveItself(_ reference: Reference<PersonID>) async throws -> PersonID {
        try await named([reference])[0]
    }

    /// The ids in the order of the references, one query however many. A person who was merged is
    /// the one whom they turned out to be: in all that names people, and said here once.
    func resolve<ID: ExternallyKnown>(_ references: [Reference<ID>]) async throws -> [ID] {
        let ids = try await named(references)
        let successors = try await successors(of: ids)
        return ids.map { successors[$0] ?? $0 }
    }

    private func named<ID: ExternallyKnown>(_ references: [Reference<ID>]) async throws -> [ID] {
        let external = references.compactMap { reference -> String? in
            if case .external(let text) = reference { return text }
            return nil
        }
        let known: [String: ID] = external.isEmpty ? [:] : try await ids(external: external)
        return try references.map { reference in
            switch reference {
            case .id(let id): return id
            case .external(let text):
                guard let id = known[text] else { throw Refusal.notFound(ID.noun, "ext:\(text)") }
                return id
            }
        }
    }

    /// Refuses what lies outside the reader's sight, as if it were not there.
    func demandSeen(_ thing: Thing) async throws {
        guard try await sees(thing) else {
            throw Refusal.notFound(thing.kind, thing.description)
        }
    }

    /// Refuses an external id that another thing of the kind has.
    func demandFree<ID: ExternallyKnown>(
        external text: String?, of type: ID.Type, but own: ID? = nil
    ) async throws {
        guard let text else { return }
        let known: [String: ID] = try await ids(external: [text])
        guard let other = known[text], other != own else { return }
        throw Refusal.conflict(
            "\(other) has this external id already", [Field(ID.noun, .word(other.description))])
    }

    /// The person, merged or erased or neither.
    func demandPerson(_ id: PersonID) async throws -> PersonRow {
        guard let row = try await people([id]).first else {
            throw Refusal.notFound("person", id.description)
        }
        return row
    }

    func programme(_ code: ProgrammeCode) async throws -> Programme {
        guard let programme = try await programmes()[code] else {
            throw Refusal.notFound("programme", code.text)
        }
        return programme
    }
}

extension Catalogue {
    /// The programme, or `not-found`.
    func demand(_ code: ProgrammeCode) throws(Refusal) -> Programme {
        guard let programme = self[code] else { throw .notFound("programme", code.text) }
        return programme
    }
}

extension Dictionary where Key: RegistryID, Value == Int {
    /// The version of a locked thing, or `not-found`.
    func demand(_ id: Key) throws(Refusal) -> Int {
        guard let version = self[id] else { throw .notFound(Key.noun, id.description) }
        return version
    }
}
