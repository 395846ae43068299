internal import Logging
internal import Nightly
internal import ServiceLifecycle
internal import Store

/// The nightly run by itself, once the schema is there.
struct NightlyWatch: Service {
    let schedule: NightlySchedule
    let telling: Telling
    let isMigrated: Stage<Store>
    let logger: Logger

    func run() async throws {
        guard let store = try await isMigrated.waitUnlessShutDown() else { return }
        try await NightlyService(
            run: NightlyRun(store: store, logger: logger, telling: telling), schedule: schedule,
            logger: logger
        ).run()
    }
}
