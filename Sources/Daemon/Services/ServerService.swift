internal import Delivery
internal import Glibc
internal import Index
internal import Logging
internal import Server
internal import ServiceLifecycle
internal import Store

/// The server, once the schema is there: nobody is let in before every request can be answered.
///
/// Last among the services, so that it is the first to go.
struct ServerService: Service {
    let settings: Settings
    let isMigrated: Stage<Store>
    let index: RegistryIndex
    let logger: Logger
    /// Called when clients can connect.
    let onReady: @Sendable ([Listener]) async -> Void

    func run() async throws {
        guard let store = try await isMigrated.waitUnlessShutDown() else { return }
        let desk = Desk(
            pool: store.pool, index: index, zone: settings.timezone,
            databaseIsEmbedded: settings.database == nil, daemonUser: geteuid(),
            telling: settings.routes.telling, logger: logger)
        var limits = ServerLimits()
        limits.maxSessions = settings.maxSessions
        try await AdminServer(
            listeners: settings.listeners, greeting: { Greeting.line(for: $0) }, limits: limits,
            respond: { await desk.answer($0, $1) },
            respondAtOnce: { desk.answerAtOnce($0, from: $1, as: $2) }, onReady: onReady,
            logger: logger
        ).run()
    }
}
