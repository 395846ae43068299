internal import Delivery
internal import EmbeddedPostgres
internal import Index
internal import Logging
internal import Nightly
internal import Postgres
internal import Server
internal import ServiceLifecycle
internal import Store
internal import UnixSignals

/// The daemon from start to end: the rooms, made and put in order.
///
/// The services begin in the order database, pool, schema, index, nightly run, delivery, server,
/// each waiting for the stage before it, and end in the opposite order: the server stops accepting
/// and finishes what is under way, then delivery and the nightly run, then the connections, then
/// the embedded database.
struct DaemonRun {
    private let settings: Settings
    private let manager: ServiceManager
    private let logger: Logger
    private let source: DatabaseSource

    init(settings: Settings, manager: ServiceManager, logger: Logger) {
        self.settings = settings
        self.manager = manager
        self.logger = logger
        source =
            settings.database.map { .given($0) }
            ?? .embedded(EmbeddedCluster(folder: settings.state, logger: logger))
    }

    /// Serves until a signal or a failure ends it.
    ///
    /// - Throws: what kept it from starting or from going on.
    func run() async throws {
        let folder = try StateFolder(settings)
        defer { folder.release() }
        DescriptorLimit.raise(for: settings.maxSessions)
        logStart()
        let group = makeGroup()
        let signals = await EndingSignals.sequence()
        let watch = Task { await follow(signals, group) }
        defer { watch.cancel() }
        do {
            try await group.run()
        } catch is CancellationError {
            throw DaemonError(
                "The daemon did not end within \(DaemonLimits.shutdown.components.seconds) seconds "
                    + "and was ended. What was acknowledged is kept.")
        } catch {
            logger.info("stopped", metadata: ["after": "a failure"])
            throw error
        }
        logger.info("stopped")
    }

    private func makeGroup() -> ServiceGroup {
        let isUp = Stage<String>()
        let hasPool = Stage<PostgresPool>()
        let isMigrated = Stage<Store>()
        let index = RegistryIndex()
        var services: [any Service] = [
            DatabaseService(source: source, isUp: isUp),
            PoolService(isUp: isUp, hasPool: hasPool, logger: logger),
            SchemaService(hasPool: hasPool, isMigrated: isMigrated, logger: logger),
            SealingWatch(isMigrated: isMigrated, logger: logger),
            IndexWatch(index: index, isMigrated: isMigrated, logger: logger),
        ]
        if let schedule = settings.nightly?.schedule(in: settings.timezone) {
            services.append(
                NightlyWatch(
                    schedule: schedule, telling: settings.routes.telling, isMigrated: isMigrated,
                    logger: logger))
        }
        if settings.sendmail != nil || settings.hook != nil {
            services.append(
                DeliveryWatch(settings: settings, isMigrated: isMigrated, logger: logger))
        }
        services.append(
            ServerService(
                settings: settings, isMigrated: isMigrated, index: index, logger: logger,
                onReady: announce))
        var configuration = ServiceGroupConfiguration(
            services: services.map(Self.configured), logger: logger)
        configuration.maximumGracefulShutdownDuration = DaemonLimits.shutdown
        return ServiceGroup(configuration: configuration)
    }

    /// A service that fails takes the others down in order, and not at once: a request under way
    /// keeps its database. The schema is done when it is done.
    private static func configured(
        _ service: any Service
    ) -> ServiceGroupConfiguration.ServiceConfiguration {
        .init(
            service: service,
            successTerminationBehavior:
                service is SchemaService ? .ignore : .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup,
            serviceName: "\(type(of: service))")
    }

    /// The first signal ends in good order, the second at once.
    private func follow(_ signals: UnixSignalsSequence, _ group: ServiceGroup) async {
        var isStopping = false
        for await signal in signals {
            if isStopping { endAtOnce(signal) }
            isStopping = true
            logger.info("stopping", metadata: ["signal": "\(signal)"])
            manager.tell(.stopping)
            await group.triggerGracefulShutdown()
        }
    }

    private func endAtOnce(_ signal: UnixSignal) -> Never {
        logger.warning("ending at once", metadata: ["signal": "\(signal)"])
        // It recovers at the next start; left alone it would go on without its daemon.
        if case .embedded(let cluster) = source { cluster.endAtOnce() }
        DaemonExit.atOnce()
    }

    private func logStart() {
        logger.info(
            "starting",
            metadata: [
                "version": "\(DaemonVersion.current)", "state": "\(settings.state)",
                "database": "\(source.kind)", "timezone": "\(settings.timezone.name)",
                "nightly": "\(settings.nightly?.text ?? "off")",
            ])
    }

    private func announce(_ listeners: [Listener]) async {
        let places = listeners.map(\.description).joined(separator: ",")
        logger.info("ready", metadata: ["listeners": "\(places)"])
        manager.tell(.ready)
    }
}
