import AdminProtocol
import Registry
import Store

extension PersonAdd: KnownByExternalID {
    static func thing(_ id: PersonID) -> Thing { .person(id) }

    /// That nobody else has the external id was seen before: such a row is known.
    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<Void, Refusal>] {
        let needsProgrammes = rows.contains { !$0.command.row.peerFor.isEmpty }
        let catalogue = needsProgrammes ? try await transaction.snapshot.programmes() : nil
        return rows.map { row in
            Result { () throws(Refusal) in
                for code in row.command.row.peerFor { _ = try catalogue?.demand(code) }
            }
        }
    }
}
