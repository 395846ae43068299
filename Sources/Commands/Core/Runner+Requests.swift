import AdminProtocol
import Store

/// `request=`: the first successful reply is kept with the write and given again.
extension Runner {
    /// The reply that this token got before; nil where it is claimed for this transaction now, or
    /// where the line has none. A dry run asks but claims nothing: it leaves nothing behind.
    func claim(_ context: Context, _ transaction: WriteTransaction) async throws -> Reply? {
        guard let token = context.request.requestToken else { return nil }
        let line = context.claimed
        let account = context.account.name
        let claim =
            context.request.isDryRun
            ? try await transaction.snapshot.claim(request: token, of: account, for: line)
                ?? .claimed
            : try await transaction.claim(request: token, of: account, for: line)
        return try Self.reply(to: claim)
    }

    /// The reply that the token of this request got before, where nothing is to be claimed yet.
    func earlier(_ context: Context) async throws -> Reply? {
        guard let token = context.request.requestToken else { return nil }
        let claim: RequestClaim? = try await surroundings.store.read { snapshot in
            try await snapshot.claim(
                request: token, of: context.account.name, for: context.claimed)
        }
        return try claim.flatMap { try Self.reply(to: $0) }
    }

    /// Keeps the reply with the write.
    func store(
        _ reply: Reply, _ context: Context, _ transaction: WriteTransaction
    ) async throws {
        guard let token = context.request.requestToken else { return }
        try await transaction.store(
            reply: try KeptReply(reply.lines).json, request: token, of: context.account.name)
    }

    /// What became of a write whose connection was lost while it was being committed: the token's
    /// kept reply says so. Without a token nobody can tell but who looks.
    func outcome(of context: Context) async throws -> Reply {
        guard let token = context.request.requestToken else {
            throw Refusal.no(
                .outcomeUnknown,
                message: "the database was lost while this was being committed: look whether it "
                    + "is there before you send it again, and send writes with request=")
        }
        let line = context.claimed
        let account = context.account.name
        let claim: RequestClaim?? = try? await surroundings.store.read { snapshot in
            try await snapshot.claim(request: token, of: account, for: line)
        }
        if let known = claim ?? nil, let reply = try Self.reply(to: known) { return reply }
        throw Refusal.no(
            .outcomeUnknown,
            message: "the database was lost while this was being committed: send the same line "
                + "with the same request= again; it is done once")
    }

    private static func reply(to claim: RequestClaim) throws -> Reply? {
        switch claim {
        case .claimed: return nil
        case .answered(let kept):
            return Reply(
                try KeptReply(json: kept).lines, final: .ok([Field("replayed", .boolean(true))]))
        case .reused:
            throw Refusal.no(
                .requestReused,
                message: "this request= was used for another line: choose a new token")
        }
    }
}

extension Context {
    /// What a `request=` token stands for: the line, and the file that came with it.
    fileprivate var claimed: String {
        ([request.line.canonical] + [fileDigest].compactMap(\.self)).joined(separator: "\n")
    }
}
