import AdminProtocol
import Registry
import Store

extension WriteTransaction {
    /// The training, kept for a change of it, with its people: their standing changes with it.
    func keep(_ reference: Reference<TrainingID>) async throws -> TrainingRow {
        let id = try await snapshot.resolve(reference)
        let found = try await snapshot.trainings([id]).first.demand(id)
        _ = try await share([found.organisation])
        _ = try await lock(found.people)
        _ = try await lock([id]).demand(id)
        let row = try await snapshot.trainings([id]).first.demand(id)
        // Whoever came in between the two readings.
        _ = try await lock(row.people)
        return row
    }

    /// The workshop, kept for a change of it, with its people: their standing changes with it.
    func keep(_ reference: Reference<WorkshopID>) async throws -> WorkshopRow {
        let id = try await snapshot.resolve(reference)
        let found = try await snapshot.workshops([id]).first.demand(id)
        _ = try await share([found.organisation])
        _ = try await lock(found.leaders)
        _ = try await lock([id]).demand(id)
        let row = try await snapshot.workshops([id]).first.demand(id)
        _ = try await lock(row.leaders)
        return row
    }
}
