internal import AdminProtocol
internal import Commands
internal import Foundation
internal import Index
internal import Logging
internal import Nightly
internal import Postgres
internal import Registry
internal import Server
internal import Store

/// Where a request from the wire meets the commands: says who asks, names the request in the log,
/// and sends what the runner answers.
struct Desk: Sendable {
    let pool: PostgresPool
    let index: RegistryIndex
    let zone: RegistryZone
    let databaseIsEmbedded: Bool
    let daemonUser: UInt32
    /// Who is to be told of what an expiry run announces.
    let telling: Telling
    let logger: Logger
    let logIns = LogInAttempts()

    /// Answers a check from memory, where it can be; nil for any other request.
    func answerAtOnce(
        _ line: RequestLine, from peer: Peer, as identity: (any Sendable)?
    ) -> ReadyAnswer? {
        let account = identity as? Account ?? Account(of: peer, daemonUser: daemonUser)
        let reply = MemoryRunner(index: index, today: today).answer(line, account: account)
        return reply.map { ReadyAnswer(lines: $0.lines, final: $0.final) }
    }

    /// Answers one request. The line itself is never logged: it may hold personal data.
    func answer(_ line: RequestLine, _ exchange: Exchange) async -> Answer {
        let account =
            exchange.identity as? Account ?? Account(of: exchange.peer, daemonUser: daemonUser)
        var logger = logger
        logger[metadataKey: "request"] = "\(exchange.requestID)"
        logger[metadataKey: "session"] = "s\(exchange.peer.session)"
        let reply = await Runner(surroundings(exchange, logger)).answer(
            line, account: account, logger: logger, inbound: exchange.inbound
        ) { line in
            // Whoever left is owed no answer, and leaving is no fault of ours.
            do { try await exchange.send(line) } catch { throw CancellationError() }
        }
        await send(reply.lines, exchange, logger)
        return Answer(
            reply.final, format: reply.format, closes: reply.closes, identity: reply.account)
    }

    private var today: @Sendable () -> CivilDate {
        { [zone] in CivilDate(at: Date(), in: zone.zone) }
    }

    /// A client that went away is no reason to take anything back: what is done is done.
    private func send(_ lines: [DataLine], _ exchange: Exchange, _ logger: Logger) async {
        do {
            for line in lines { try await exchange.send(line) }
        } catch {
            logger.debug("the client left before its reply")
        }
    }

    /// Made anew for each request, which costs nothing, so that what the store and the nightly run
    /// log carries the request's name.
    private func surroundings(_ exchange: Exchange, _ logger: Logger) -> Surroundings {
        let store = Store(pool: pool, logger: logger, onWrite: { [index] in index.note($0) })
        return Surroundings(
            store: store, nightly: NightlyRun(store: store, logger: logger, telling: telling),
            index: index,
            today: today, version: DaemonVersion.current,
            timezone: zone.name, databaseIsEmbedded: databaseIsEmbedded,
            sessions: { exchange.liveSessions }, logIns: logIns, place: exchange.peer.place,
            auth: exchange.peer.auth)
    }
}
