import AdminProtocol
import Registry
import Store

extension PolicySet: ImportedCommand {
    static let identity: [String] = []
    static let changesRules = true

    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        return try await snapshot.known(
            rows.map { row in
                let organisation = row.command.arguments.organisation
                return row.command.arguments.row(
                    of: try? organisation.map { reference throws(Refusal) in
                        try book.demand(reference)
                    })
            })
    }
}

extension ProgrammeRequire: ImportedCommand {
    static let identity: [String] = []
    static let changesRules = true

    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
    ) async throws -> [KnownRow?] {
        try await snapshot.known(rows.map(\.command.row))
    }
}

extension Context {
    /// That the row holds on some day: one that was taken back does not, and only files tell of it.
    func demandDays(of row: PolicyRow) throws(Refusal) {
        guard rules != .trust, row.effective.isEmpty else { return }
        throw .rules([.datesInvalid(row.effective)])
    }
}

extension Snapshot {
    /// The rows of policy that a trusted file may end.
    func policyRows(for context: Context) async throws -> [PolicyRow] {
        context.rules == .trust ? try await policyRows().map(\.row) : []
    }

    /// Which of the rows stand there already, each to the letter; every row that stands there is
    /// found once.
    fileprivate func known(_ wanted: [PolicyRow]) async throws -> [KnownRow?] {
        var rows = try await policyRows().map(\.row)
        return wanted.map { wanted in
            let place = rows.firstIndex {
                $0.terms == wanted.terms && $0.effective == wanted.effective
            }
            guard let place else { return nil }
            rows.remove(at: place)
            return .same
        }
    }
}

extension [PolicyRow] {
    /// How to come to a row: by ending one that is the same but for its end, or by adding it.
    func change(to wanted: PolicyRow) -> Change {
        let open = first {
            $0.terms == wanted.terms && $0.effective.from == wanted.effective.from
                && $0.effective.until == nil
        }
        guard let open, let until = wanted.effective.until else { return .addPolicy(wanted) }
        return .endPolicy(open, on: until)
    }
}

extension PolicyRow {
    /// What the row says, without its number and days.
    fileprivate var terms: [Field] {
        line(version: 1).fields.filter { !["id", "version", "from", "until"].contains($0.key) }
    }
}
