import AdminProtocol
import Foundation
import Registry
import Store

struct Import: SessionCommand {
    static let spec = CommandSpec(
        ["import"],
        "Stores the rows of a CSV file, which follows as a block; columns are named after the "
            + "arguments of the command that would record one.",
        arguments: [
            ArgumentSpec(
                "kind", .choice(TransferKind.allCases.map(\.rawValue)), isRequired: true,
                isSubject: true, "what the rows are"),
            ArgumentSpec(
                "mode", .choice(ImportMode.allCases.map(\.rawValue)),
                "atomic: all or nothing; best-effort: what can be; validate: nothing (atomic)"),
            ArgumentSpec(
                "rules", .choice(RuleHandling.allCases.map(\.rawValue)),
                "report: records of the past that break rules are kept as found; trust: an "
                    + "export is stored as it says, with reason= (enforce)"),
            ArgumentSpec("safe", .boolean, "yes: the file was made by export with safe=yes"),
        ],
        isWrite: true, example: "import people mode=validate")

    /// By what the client is asked for the file.
    static let prompt = "send CSV, end with a line holding a single dot"

    private let kind: TransferKind
    private let mode: ImportMode
    private let rules: RuleHandling

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        kind = try request.choice("kind")
        mode = try request.optionalChoice("mode") ?? .atomic
        rules = try request.optionalChoice("rules") ?? .enforce
        if rules == .trust, request.reason == nil { throw request.missing("reason") }
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let file = try await keep(context)
        var context = context
        context.rules = rules
        context.fileDigest = file.digest
        return try await Self.run(kind.command, file, mode, surroundings, context)
    }

    private func keep(_ context: Context) async throws -> KeptFile {
        let block = try await context.inbound.block(Self.prompt, ProtocolLimits.maxBlock)
        do {
            return try await KeptFile(block)
        } catch is POSIXError {
            throw Refusal.no(
                .storeUnavailable,
                message: "the daemon's folder for temporary files cannot take the file: make "
                    + "room there, then send it again")
        }
    }

    private static func run<C: ImportedCommand>(
        _ command: C.Type, _ file: KeptFile, _ mode: ImportMode, _ surroundings: Surroundings,
        _ context: Context
    ) async throws -> Reply {
        let run = ImportRun<C>(runner: Runner(surroundings), context: context, file: file)
        switch mode {
        case .bestEffort where !context.request.isDryRun: return try await run.byBatches()
        case .atomic, .bestEffort, .validate: return try await run.asOne(mode)
        }
    }
}
