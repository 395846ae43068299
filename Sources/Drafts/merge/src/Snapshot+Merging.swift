package import Registry
import Schema

/// A training or a workshop in which both of two people were.
package enum SharedCourse: Sendable, Equatable {
    case training(TrainingID)
    case workshop(WorkshopID)
}

extension Snapshot {
    /// The certifications of these people, by number.
    package func certifications(heldBy people: [PersonID]) async throws -> [HeldCertification] {
        try await rows(SQL.personCertifications, people.map(\.number)).map { row in
            var columns = Columns(row)
            let id: CertificationID = try columns.id()
            let person: PersonID = try columns.id()
            let programme = try columns.code()
            let role: Role = try columns.word()
            let revokedOn = try columns.optionalDate()
            return HeldCertification(
                id: id, person: person, programme: programme, role: role,
                marks: CertificationMarks(suspensions: try columns.spans(), revokedOn: revokedOn))
        }
    }

    /// Where both were, whatever as.
    package func shared(
        by person: PersonID, and other: PersonID
    ) async throws -> [SharedCourse] {
        try await rows(SQL.personDuplicates, person.number, other.number).compactMap { row in
            var columns = Columns(row)
            let training: TrainingID? = try columns.optionalID()
            if let training { return .training(training) }
            let workshop: WorkshopID? = try columns.optionalID()
            return workshop.map(SharedCourse.workshop)
        }
    }

    /// The programmes in which these people were trained, or acted.
    func programmes(of people: [PersonID]) async throws -> Set<ProgrammeCode> {
        let codes = try await rows(SQL.personProgrammes, people.map(\.number)).map { row in
            var columns = Columns(row)
            return try columns.code()
        }
        return Set(codes)
    }
}
