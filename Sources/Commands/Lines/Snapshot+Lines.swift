import AdminProtocol
import Registry
import Store

extension Snapshot {
    /// The lines of many things, one query for each kind; those that do not exist are left out.
    ///
    /// - Parameter date: the day on which a certification's standing is shown.
    func lines(of things: [Thing], on date: CivilDate) async throws -> [Thing: DataLine] {
        var ids = ThingIDs()
        var lines: [Thing: DataLine] = [:]
        for thing in Set(things) where !ids.take(thing) {
            lines[thing] = try await line(of: thing, on: date)
        }
        try await add(ids, to: &lines, on: date)
        return lines
    }

    private func add(
        _ ids: ThingIDs, to lines: inout [Thing: DataLine], on date: CivilDate
    ) async throws {
        try await ids.organisations.ifAny { ids in
            for row in try await organisations(ids) { lines[.organisation(row.id)] = row.line }
        }
        try await ids.people.ifAny { ids in
            let byPerson = Dictionary(grouping: try await affiliations(of: ids), by: \.person)
            for row in try await people(ids) {
                lines[.person(row.id)] = row.line(byPerson[row.id] ?? [])
            }
        }
        try await ids.licences.ifAny { ids in
            for row in try await licences(ids) {
                lines[.licence(row.licence.id)] = row.line(on: date)
            }
        }
        try await ids.trainings.ifAny { ids in
            for row in try await trainings(ids) { lines[.training(row.id)] = row.line }
        }
        try await ids.workshops.ifAny { ids in
            for row in try await workshops(ids) { lines[.workshop(row.id)] = row.line }
        }
        try await ids.certifications.ifAny { ids in
            for row in try await certifications(ids, on: date) {
                lines[.certification(row.id)] = row.line(on: date)
            }
        }
    }
}

extension Array {
    /// Does the work where there is something to do it for.
    fileprivate func ifAny(_ body: ([Element]) async throws -> Void) async rethrows {
        if !isEmpty { try await body(self) }
    }
}

/// Things by their kinds.
private struct ThingIDs {
    var organisations: [OrganisationID] = []
    var people: [PersonID] = []
    var licences: [LicenceID] = []
    var trainings: [TrainingID] = []
    var workshops: [WorkshopID] = []
    var certifications: [CertificationID] = []

    /// Whether the thing is of a kind of which many are read at once.
    mutating func take(_ thing: Thing) -> Bool {
        switch thing {
        case .organisation(let id): organisations.append(id)
        case .person(let id): people.append(id)
        case .licence(let id): licences.append(id)
        case .training(let id): trainings.append(id)
        case .workshop(let id): workshops.append(id)
        case .certification(let id): certifications.append(id)
        default: return false
        }
        return true
    }
}
