import AdminProtocol
import Registry
import Store

extension CertificationSuspend: ImportedCommand {
    static let identity = ["certification", "person", "programme", "role", "from"]
    static let unexported: Set = ["certification"]

    /// The certification is suspended from the same day on.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        try await known(rows, \.arguments, snapshot) { command, id in
            let same = try await snapshot.suspensions(of: id)
                .first { $0.from == command.span.from }
            return same.map { $0 == command.span ? .same : .other("\(id), \($0.text)") }
        }
    }
}

extension CertificationRevoke: ImportedCommand {
    static let identity = ["certification", "person", "programme", "role"]
    static let unexported: Set = ["certification"]

    /// The certification is revoked.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        try await known(rows, \.arguments, snapshot) { command, id in
            let found = try await snapshot.certifications([id], on: context.today)
            return found.first?.revokedOn.map {
                $0 == command.date ? .same : .other("revocation on \($0)")
            }
        }
    }
}

extension ImportedCommand {
    /// What the registry has of each row's certification, one row after another; nil where there is
    /// no such certification.
    fileprivate static func known(
        _ rows: [ImportRow<Self>], _ arguments: (Self) -> CertificationArguments,
        _ snapshot: Snapshot,
        _ judge: (Self, CertificationID) async throws -> KnownRow?
    ) async throws -> [KnownRow?] {
        var known: [KnownRow?] = []
        for row in rows {
            do {
                let id = try await arguments(row.command).resolve(snapshot)
                known.append(try await judge(row.command, id))
            } catch is Refusal {
                known.append(nil)
            }
        }
        return known
    }
}
