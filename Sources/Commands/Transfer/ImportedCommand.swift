import AdminProtocol
import Registry
import Store

/// A write whose requests can also be rows of a file.
///
/// The rows take the way of a request: the same arguments, the same facts, the same judgement. What
/// stands here is only how many of them take it together.
protocol ImportedCommand: WriteCommand {
    /// The columns that tell rows apart.
    static var identity: [String] { get }

    /// For each row, what the registry has of it already.
    static func known(
        _ rows: [ImportRow<Self>], _ snapshot: Snapshot, _ context: Context
    ) async throws -> [KnownRow?]

    /// The facts of the first of these rows, and of as many after it as can be had with it; at
    /// least of one.
    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<Facts, Refusal>]

    /// What the row touches; rows of one import whose footprints meet are judged one after another.
    static func footprint(_ row: ImportRow<Self>, _ facts: Facts?) -> Footprint
}

extension ImportedCommand {
    static var identity: [String] { ["external-id"] }

    static func facts(
        ahead rows: ArraySlice<ImportRow<Self>>, _ transaction: WriteTransaction,
        _ context: Context
    ) async throws -> [Result<Facts, Refusal>] {
        guard let row = rows.first else { return [] }
        do {
            return [.success(try await row.command.facts(transaction, context.of(row.request)))]
        } catch let refusal as Refusal {
            return [.failure(refusal)]
        }
    }

    static func footprint(_ row: ImportRow<Self>, _ facts: Facts?) -> Footprint { Footprint() }
}

extension Context {
    /// The same moment for the request of a row.
    func of(_ request: Request) -> Context {
        var context = Context(
            today: today, account: account, request: request, inbound: inbound, send: send)
        context.rules = rules
        return context
    }
}
