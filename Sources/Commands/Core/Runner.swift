package import AdminProtocol
import Foundation
package import Logging
import Postgres
import Registry
import Store

/// Takes a request from the line to its reply: match, authorise, load, decide, apply, record.
///
/// The one owner of transactions, and the one place where what went wrong becomes a reply.
package struct Runner: Sendable {
    let surroundings: Surroundings
    let authoriser = Authoriser()
    private var store: Store { surroundings.store }

    package init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Answers one line. Never throws: whatever happens is a reply.
    package func answer(
        _ line: RequestLine, account: Account, logger: Logger, inbound: Inbound = .gone,
        send: @escaping @Sendable (DataLine) async throws -> Void
    ) async -> Reply {
        do {
            let account = try await surroundings.current(account)
            try authoriser.admit(line, from: account)
            let request = try CommandTable.grammar.match(line)
            let context = Context(
                today: surroundings.today(), account: account, request: request, inbound: inbound,
                send: send)
            guard let entry = CommandTable.entries[request.command.name] else {
                throw Refusal.bad(ProtocolError(.unknownCommand))
            }
            let reply = try await entry.run(self, context)
            logger.debug("answered", metadata: ["command": "\(request.command.name)"])
            return reply
        } catch {
            return Reply(failure: error, logger: logger)
        }
    }

    func authorised<C: Command>(_ type: C.Type, _ context: Context) throws -> Authorised<C> {
        try authoriser.authorise(for: context.account) { () throws(ProtocolError) -> C in
            try C(context.request, today: context.today)
        }
    }

    func run<C: SessionCommand>(session: Authorised<C>, _ context: Context) async throws -> Reply {
        try await session.command.answer(surroundings, context)
    }

    func run<C: ReadCommand>(read: Authorised<C>, _ context: Context) async throws -> Reply {
        let sight = read.account.sight(on: context.today)
        return try await store.read(as: sight, patience: C.patience) { snapshot in
            try await read.command.answer(snapshot, context)
        }
    }
}
