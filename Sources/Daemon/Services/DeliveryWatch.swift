internal import Delivery
internal import Foundation
internal import Logging
internal import Nightly
internal import Registry
internal import ServiceLifecycle
internal import Store

/// Delivery by itself, once the schema is there.
struct DeliveryWatch: Service {
    let settings: Settings
    let isMigrated: Stage<Store>
    let logger: Logger

    func run() async throws {
        guard let store = try await isMigrated.waitUnlessShutDown() else { return }
        let zone = settings.timezone.zone
        let deliverer = Deliverer(
            store: store, routes: settings.routes, logger: logger,
            today: { CivilDate(at: Date(), in: zone) })
        await DeliveryService(
            deliverer: deliverer, interval: .seconds(settings.deliveryInterval), logger: logger
        ).run()
    }
}
