import AdminProtocol
import Registry

/// The files of the generated registry, one for each kind, in the order in which they go in.
struct RegistryFiles: Sendable {
    static let headers: [(kind: TransferKind, columns: [String])] = [
        (.organisations, ["external-id", "name", "country", "sector", "contact", "closed-on"]),
        (.people, ["external-id", "name", "email", "professions", "peer-for"]),
        (.affiliations, ["person", "organisation", "from", "until"]),
        (
            .licences,
            [
                "external-id", "organisation", "type", "programmes", "language", "from", "until",
                "revoked-on", "suspensions", "reports", "reports-filed",
            ]
        ),
        (.coverage, ["licence", "organisation", "from"]),
        (.certifications, ["person", "programme", "role", "trained-on", "evidence"]),
        (
            .trainings,
            [
                "external-id", "programme", "kind", "format", "from", "until", "organisation",
                "trainers", "passed",
            ]
        ),
        (
            .workshops,
            [
                "external-id", "programme", "organisation", "site", "mode", "from", "until",
                "sessions", "leaders", "enrolled", "completers",
            ]
        ),
        (.suspensions, ["person", "programme", "role", "from"]),
        (.revocations, ["person", "programme", "role", "from"]),
    ]

    let folder: String

    func path(of kind: TransferKind) -> String { "\(folder)/\(kind.rawValue).csv" }

    /// Writes all of them for these organisations, in one pass over them.
    ///
    /// - Returns: how many rows each has.
    func write(
        _ numbers: ClosedRange<Int>, today: CivilDate, seed: UInt64
    ) throws -> [TransferKind: Int] {
        var files: [TransferKind: CSVFile] = [:]
        for (kind, columns) in Self.headers {
            files[kind] = try CSVFile(path: path(of: kind), columns: columns)
        }
        for number in numbers {
            let one = GeneratedOrganisation(number, today: today, seed: seed)
            for (kind, rows) in one.rows {
                for row in rows { try files[kind]?.append(row) }
            }
        }
        return try files.mapValues { try $0.close() }
    }
}
