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

extension TrainingRow? {
    /// The training that was looked for, or `not-found`.
    fileprivate func demand(_ id: TrainingID) throws(Refusal) -> TrainingRow {
        guard let self else { throw .notFound("training", id.description) }
        return self
    }
}

extension WorkshopRow? {
    /// The workshop that was looked for, or `not-found`.
    fileprivate func demand(_ id: WorkshopID) throws(Refusal) -> WorkshopRow {
        guard let self else { throw .notFound("workshop", id.description) }
        return self
    }
}
