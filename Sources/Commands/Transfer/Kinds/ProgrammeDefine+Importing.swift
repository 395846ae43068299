import AdminProtocol
import Registry
import Store

extension ProgrammeDefine: ImportedCommand {
    static let identity = ["code"]
    /// What comes before a programme has days, and a file of its own.
    static let unexported: Set = ["needs"]
    static let changesRules = true

    /// The programme is defined already. A trusted file changes one that is otherwise.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        let catalogue = try await snapshot.programmes()
        return rows.map { row in
            let wanted = row.command.programme
            guard let defined = catalogue[wanted.code] else { return nil }
            if context.rules == .trust { return wanted.isDefined(as: defined) ? .same : nil }
            let amended = try? ProgrammeDefinition(row.request).amended(defined)
            return amended == defined ? .same : .other("\(wanted.code)")
        }
    }
}

extension Programme {
    /// Whether the two differ in rows of policy at most.
    fileprivate func isDefined(as other: Programme) -> Bool {
        var same = self
        same.prerequisites = other.prerequisites
        same.retention = other.retention
        same.overlays = other.overlays
        same.experience = other.experience
        return same == other
    }
}
