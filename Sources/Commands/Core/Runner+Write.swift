import AdminProtocol
import Postgres
import Registry
import Store

extension Runner {
    /// Runs a write: claims its token, loads, decides, applies, records and commits, all in one
    /// transaction. A dry run does the same and takes it back.
    func run<C: WriteCommand>(write: Authorised<C>, _ context: Context) async throws -> Reply {
        do {
            return try await surroundings.store.write { transaction in
                try await perform(write, context, transaction)
            }
        } catch let error as PostgresError where error.code == .outcomeUnknown {
            return try await outcome(of: context)
        }
    }

    private func perform<C: WriteCommand>(
        _ write: Authorised<C>, _ context: Context, _ transaction: WriteTransaction
    ) async throws -> TransactionEnd<Reply> {
        if let earlier = try await claim(context, transaction) { return .rollback(earlier) }
        let command = write.command
        let facts = try await command.facts(transaction, context)
        try await judge(reach: command.reach(facts), of: write.account, context, transaction)
        let target = command.target(facts)
        try Self.judge(version: target?.version, context.request)
        let decision = try command.decide(facts, context)
        let before = try await line(of: target?.thing, transaction, context)
        let others = decision.change.others
        let othersBefore = try await lines(of: others, transaction, context)
        let (thing, affected) = try await apply(decision, transaction, context)
        let shifts = try await transaction.recomputeStanding(
            after: decision.change, on: context.today)
        let after = try await line(of: thing, transaction, context)
        let othersAfter = try await lines(of: others, transaction, context)
        var reply = Reply([after].compactMap { $0 } + othersAfter.compactMap { $0 })
        reply.lines += decision.notes
        reply.lines += decision.refused.map { DataLine("refused", $0) }
        reply.lines += affected.lines + shifts.map(\.line)
        reply.lines += decision.warnings.map { DataLine("warning", $0) }
        if context.request.isDryRun {
            reply.final = .ok([Field("dry-run", .boolean(true))])
            return .rollback(reply)
        }
        var events = [
            context.event(of: thing, from: before, to: after.map { $0.with(affected) })
        ]
        for (place, other) in others.enumerated() {
            events.append(
                context.event(of: other, from: othersBefore[place], to: othersAfter[place]))
        }
        _ = try await transaction.record(events)
        try await store(reply, context, transaction)
        if let secret = decision.secret { reply.lines.append(DataLine("secret", [secret])) }
        return .commit(reply)
    }

    /// Refuses what lies outside the account's scope; who sees everything is not looked up.
    private func judge(
        reach: Reach?, of account: Account, _ context: Context, _ transaction: WriteTransaction
    ) async throws {
        if account.scope == .all { return }
        let sight = account.sight(on: context.today)
        var unseen: [Thing] = []
        for thing in reach?.things ?? []
        where !(try await transaction.snapshot.sees(thing, by: sight)) {
            unseen.append(thing)
        }
        try authoriser.judge(reach, unseen: unseen, for: account)
    }

    /// Applies the change, and tells what it affects where the decision asks for that.
    private func apply(
        _ decision: Decision, _ transaction: WriteTransaction, _ context: Context
    ) async throws -> (Thing, AffectedReport) {
        guard let touched = decision.touched else {
            return (try await transaction.apply(decision.change), AffectedReport())
        }
        let reevaluation = try await Reevaluation(
            touched, transaction.snapshot, today: context.today)
        let thing = try await transaction.apply(decision.change)
        return (thing, try await reevaluation.found(transaction.snapshot))
    }

    private func line(
        of thing: Thing?, _ transaction: WriteTransaction, _ context: Context
    ) async throws -> DataLine? {
        guard let thing else { return nil }
        return try await transaction.snapshot.line(of: thing, on: context.today)
    }

    private func lines(
        of things: [Thing], _ transaction: WriteTransaction, _ context: Context
    ) async throws -> [DataLine?] {
        var lines: [DataLine?] = []
        for thing in things { lines.append(try await line(of: thing, transaction, context)) }
        return lines
    }

    private static func judge(version: Int?, _ request: Request) throws(Refusal) {
        guard let wanted = request.ifVersion, let version, wanted != version else { return }
        throw .no(
            .versionConflict, [Field("have", .integer(version))],
            message: "it is at version \(version) now: look at it again, then decide anew")
    }
}
