import Postgres
import Registry
import Schema

extension WriteTransaction {
    func record(_ workshop: WorkshopRow) async throws -> Thing {
        let id: WorkshopID = try await made(
            SQL.workshopAdd, workshop.id.given, workshop.programme.text,
            workshop.organisation.number, workshop.site,
            workshop.mode, workshop.language, workshop.span.from.postgres,
            (workshop.span.until ?? workshop.span.from).postgres, workshop.sessions,
            workshop.minutes, workshop.enrolled, workshop.completers, workshop.licence?.number,
            workshop.externalID, workshop.state == .scheduled, workshop.isAsFound,
            workshop.state == .void)
        try await pass([workshop.id.number], of: "workshop")
        try await run([
            Query(SQL.workshopLeadersAdd, id.number, workshop.leaders.map(\.number)),
            Query(SQL.workshopWaive, id.number, workshop.waived.map(\.rawValue)),
        ])
        try await credit(workshop)
        return .workshop(id)
    }

    /// What was scheduled, as it was held.
    func complete(_ workshop: WorkshopRow) async throws -> Thing {
        let id = workshop.id
        try await run([
            Query(
                SQL.workshopComplete, id.number, workshop.organisation.number, workshop.site,
                workshop.mode, workshop.language, workshop.span.from.postgres,
                (workshop.span.until ?? workshop.span.from).postgres, workshop.sessions,
                workshop.minutes, workshop.enrolled, workshop.completers,
                workshop.licence?.number),
            Query(SQL.workshopLeadersClear, id.number),
            Query(SQL.workshopLeadersAdd, id.number, workshop.leaders.map(\.number)),
            Query(SQL.workshopWaive, id.number, workshop.waived.map(\.rawValue)),
        ])
        try await credit(workshop)
        return .workshop(id)
    }

    func void(_ workshop: WorkshopRow) async throws -> Thing {
        try await run([Query(SQL.workshopVoid, workshop.id.number)])
        try await recomputeStanding(of: Set(workshop.leaders), in: workshop.programme)
        return .workshop(workshop.id)
    }

    /// Gives its leaders what a workshop that was held gives.
    private func credit(_ workshop: WorkshopRow) async throws {
        guard workshop.state == .recorded, !workshop.isAsFound else { return }
        try await recomputeStanding(of: Set(workshop.leaders), in: workshop.programme)
    }
}
