package import Registry
package import Schema

/// A kind of thing that may have an external id.
package protocol ExternallyKnown: RegistryID {
    /// The statement that finds numbers by external ids.
    static var byExternal: SQL.Named { get }
    /// The statement that finds what things of the kind became; nil where they stay what they are.
    static var successors: SQL.Named? { get }
}

extension ExternallyKnown {
    package static var successors: SQL.Named? { nil }
}

extension OrganisationID: ExternallyKnown {
    package static var byExternal: SQL.Named { SQL.organisationByExternal }
}
extension PersonID: ExternallyKnown {
    package static var byExternal: SQL.Named { SQL.personByExternal }
    package static var successors: SQL.Named? { SQL.personSuccessors }
}
extension LicenceID: ExternallyKnown {
    package static var byExternal: SQL.Named { SQL.licenceByExternal }
}
extension TrainingID: ExternallyKnown {
    package static var byExternal: SQL.Named { SQL.trainingByExternal }
}
extension WorkshopID: ExternallyKnown {
    package static var byExternal: SQL.Named { SQL.workshopByExternal }
}

extension Snapshot {
    /// The ids of things by their external ids; those that nothing has are left out, unless they
    /// are to be read as numbers: whether such a thing exists is seen by whoever loads it.
    package func ids<ID: ExternallyKnown>(
        external: [String], of type: ID.Type = ID.self
    ) async throws -> [String: ID] {
        var found: [String: ID] = [:]
        for row in try await rows(ID.byExternal, external) {
            var columns = Columns(row)
            let external = try columns.value(String.self)
            found[external] = try columns.id()
        }
        if namesByNumber {
            for text in external where found[text] == nil { found[text] = ID(text) }
        }
        return found
    }

    /// What things became that became others, however often: a person who was merged is the other.
    /// Those that are themselves are left out.
    package func successors<ID: ExternallyKnown>(of ids: [ID]) async throws -> [ID: ID] {
        guard let statement = ID.successors, !ids.isEmpty else { return [:] }
        var successors: [ID: ID] = [:]
        for row in try await rows(statement, ids.map(\.number)) {
            var columns = Columns(row)
            let id: ID = try columns.id()
            successors[id] = try columns.id()
        }
        return successors
    }
}
