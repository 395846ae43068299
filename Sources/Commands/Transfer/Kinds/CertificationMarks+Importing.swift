import AdminProtocol
import Registry
import Store

extension CertificationSuspend: ImportedCommand {
    static let identity = ["certification", "person", "programme", "role", "from"]
    static let unexported: Set = ["certification"]

    /// The certification is suspended from the same day on.
    static func known(
        _ rows: [ImportRow<Self>], _ snapshot: Snapshot, _ context: Context
    ) async throws -> [KnownRow?] {
        var known: [KnownRow?] = []
        for row in rows {
            let command = row.command
            guard let id = try await command.arguments.known(snapshot) else {
                known.append(nil)
                continue
            }
            let same = try await snapshot.suspensions(of: id)
                .first { $0.from == command.span.from }
            known.append(same.map { $0 == command.span ? .same : .other("\(id), \($0.text)") })
        }
        return known
    }
}

extension CertificationRevoke: ImportedCommand {
    static let identity = ["certification", "person", "programme", "role"]
    static let unexported: Set = ["certification"]

    /// The certification is revoked.
    static func known(
        _ rows: [ImportRow<Self>], _ snapshot: Snapshot, _ context: Context
    ) async throws -> [KnownRow?] {
        var known: [KnownRow?] = []
        for row in rows {
            let id = try await row.command.arguments.known(snapshot)
            let found = try await snapshot.certifications(
                [id].compactMap(\.self), on: context.today)
            let revokedOn = found.first?.revokedOn
            known.append(
                revokedOn.map { $0 == row.command.date ? .same : .other("revocation on \($0)") })
        }
        return known
    }
}

extension CertificationArguments {
    /// The certification, nil where there is none.
    fileprivate func known(_ snapshot: Snapshot) async throws -> CertificationID? {
        do {
            return try await resolve(snapshot)
        } catch is Refusal {
            return nil
        }
    }
}
