import Postgres
package import Registry
import Schema

/// Something that two people both have.
package enum SharedThing: Sendable, Equatable {
    case training(TrainingID)
    case workshop(WorkshopID)
    /// The first one's certification, and the second one's in the same programme and role.
    case certification(CertificationID, CertificationID)
}

extension Snapshot {
    /// Courses in which both were, whatever as, and certifications that both have.
    package func shared(
        by person: PersonID, and other: PersonID
    ) async throws -> [SharedThing] {
        try await rows(SQL.personShared, person.number, other.number).map { row in
            var columns = Columns(row)
            switch try columns.value(String.self) {
            case "T": return .training(try columns.id())
            case "W": return .workshop(try columns.id())
            default: return .certification(try columns.id(), try columns.id())
            }
        }
    }

    /// What stands against taking back the merge of a person into another.
    package func objections(
        toUnmerging person: PersonID, from other: PersonID
    ) async throws -> UnmergeObjections {
        UnmergeObjections(
            isKept: try await rows(SQL.mergeKept, person.number).first?.decode(0, as: Bool.self)
                ?? false,
            merged: try await ids(SQL.mergedSince, person.number, other.number),
            certifications: try await ids(SQL.unmergeChanged, person.number))
    }

    /// The programmes in which a person was trained or acted.
    func programmes(of person: PersonID) async throws -> [ProgrammeCode] {
        try await rows(SQL.personProgrammes, person.number).map { row in
            var columns = Columns(row)
            return try columns.code()
        }
    }
}

/// What was done since a merge and would be lost if it were taken back.
package struct UnmergeObjections: Sendable, Equatable {
    /// Whether what was moved is known: of a merge that came with a file it is not.
    package var isKept: Bool
    /// Those who were merged into the same person since.
    package var merged: [PersonID]
    /// Certifications on which something was decided since.
    package var certifications: [CertificationID]
}
