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

    /// Columns of facts that no command line states, taken under `rules=trust` alone.
    static var keptColumns: [ArgumentSpec] { get }

    /// Arguments that an export leaves out: another word says the same.
    static var unexported: Set<String> { get }

    /// Whether somebody who was merged is the one whom they turned out to be, where a row names
    /// them.
    static var followsMerges: Bool { get }

    /// Whether its rows are themselves the rules by which rows are judged.
    static var changesRules: Bool { get }

    /// The command as a row of a file says it.
    static var rowSpec: CommandSpec { get }

    /// For each row, what the registry has of it already.
    ///
    /// - Parameter book: what these rows name.
    static func known(
        _ rows: [ImportRow<Self>], _ book: ReferenceBook, _ snapshot: Snapshot,
        _ context: Context
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
    static var identity: [String] { ["external-id", "id"] }
    static var keptColumns: [ArgumentSpec] { [] }
    static var unexported: Set<String> { [] }
    static var followsMerges: Bool { true }
    static var changesRules: Bool { false }

    static var rowSpec: CommandSpec {
        var row = spec
        row.arguments += keptColumns
        return row
    }

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
