import AdminProtocol
import Registry
import Store

extension OrganisationRow? {
    /// The organisation that was looked for, or `not-found`.
    func demand(_ id: OrganisationID) throws(Refusal) -> OrganisationRow {
        guard let self else { throw .notFound("organisation", id.description) }
        return self
    }
}

extension TrainingRow? {
    /// The training that was looked for, or `not-found`.
    func demand(_ id: TrainingID) throws(Refusal) -> TrainingRow {
        guard let self else { throw .notFound("training", id.description) }
        return self
    }
}

extension WorkshopRow? {
    /// The workshop that was looked for, or `not-found`.
    func demand(_ id: WorkshopID) throws(Refusal) -> WorkshopRow {
        guard let self else { throw .notFound("workshop", id.description) }
        return self
    }
}
