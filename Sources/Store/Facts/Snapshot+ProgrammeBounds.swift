import Postgres
package import Registry
import Schema

/// What was granted, planned or certified in a programme and what an amendment of it would leave
/// without ground: the first of each kind.
package struct ProgrammeBounds: Sendable, Equatable {
    /// A licence of a type that would not be accepted any more.
    package var licence: LicenceID?
    /// A scheduled workshop in a mode that would be gone.
    package var workshop: WorkshopID?
    /// A scheduled training in a format that would be gone.
    package var training: TrainingID?
    /// A certification in a programme that nobody would be trained in any more.
    package var certification: CertificationID?

    package init() {}
}

extension Snapshot {
    /// What stands against amending the programme of this code to `wanted` on `today`.
    package func bounds(
        of wanted: Programme, on today: CivilDate
    ) async throws -> ProgrammeBounds {
        let found = try await rows(
            SQL.programmeBound, wanted.code.text, today.postgres,
            wanted.licenceTypes.map(\.rawValue).sorted(), wanted.modes.map(\.name),
            wanted.formats.map { "\($0.kind.rawValue)/\($0.name)" })
        var bounds = ProgrammeBounds()
        for row in found {
            var columns = Columns(row)
            switch try columns.value(String.self) {
            case "L": bounds.licence = try columns.optionalID()
            case "W": bounds.workshop = try columns.optionalID()
            case "T": bounds.training = try columns.optionalID()
            default: bounds.certification = try columns.optionalID()
            }
        }
        return bounds
    }
}
