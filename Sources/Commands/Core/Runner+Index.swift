import AdminProtocol
import Index
import Registry
import Store

/// A read of a verdict, which the index in memory may answer in the database's place.
protocol IndexedCommand: ReadCommand {
    /// How new the answer has to be.
    var freshness: Freshness { get }

    /// The answer, and the event up to which it knows every one; nil where the database is to be
    /// asked.
    func answer(_ index: RegistryIndex) -> Indexed<[DataLine]>?
}

extension IndexedCommand {
    /// Memory does not hold what it asks for.
    func answer(_ index: RegistryIndex) -> Indexed<[DataLine]>? { nil }

    /// The reply from memory, where it is new enough for what is asked.
    func reply(from index: RegistryIndex) -> Reply? {
        guard !freshness.isFresh, let answer = answer(index),
            freshness.minSerial.map({ $0 <= answer.serial }) ?? true
        else { return nil }
        return Reply(answer.value).known(upTo: answer.serial)
    }
}

extension Runner {
    /// Answers from memory where that holds, otherwise from the database. Every line of a verdict
    /// says up to which event it knows all.
    func run<C: IndexedCommand>(indexed read: Authorised<C>, _ context: Context) async throws
        -> Reply
    {
        let index = surroundings.index
        if let wanted = read.command.freshness.minSerial { try await demand(wanted) }
        if let reply = read.command.reply(from: index) { return reply }
        // Asked first, for the database knows at least as much.
        let serial = index.serial
        return try await run(read: read, context).known(upTo: serial)
    }

    /// Waits until the event, and every one before it, is known.
    private func demand(_ wanted: EventID) async throws {
        let end = ContinuousClock.now + IndexLimits.serialWait
        while surroundings.index.serial.map({ $0 < wanted }) ?? true {
            guard ContinuousClock.now < end else {
                throw Refusal.no(
                    .busy, [Field("have", .integer(Int(surroundings.index.serial?.number ?? 0)))],
                    message: "\(wanted) is not known here yet: try again in a moment")
            }
            try await Task.sleep(for: IndexLimits.looking)
        }
    }
}

extension Reply {
    fileprivate func known(upTo serial: EventID?) -> Reply {
        var reply = self
        for place in reply.lines.indices
        where ["verdict", "standing"].contains(reply.lines[place].kind) {
            reply.lines[place].add("serial", integer: serial?.number)
        }
        return reply
    }
}
