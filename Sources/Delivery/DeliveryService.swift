package import Logging
import ServiceLifecycle

/// Sends what is due, again and again.
package struct DeliveryService: Service {
    private let deliverer: Deliverer
    private let interval: Duration
    private let logger: Logger

    /// - Parameter interval: how long to wait after all that was due was tried.
    package init(deliverer: Deliverer, interval: Duration, logger: Logger) {
        self.deliverer = deliverer
        self.interval = interval
        self.logger = logger
    }

    /// Ends with a graceful shutdown: a program under way is ended, and its message is sent again
    /// later.
    package func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await deliver()
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }

    private func deliver() async {
        do {
            let count = try await deliverer.deliverDue()
            if count > 0 { logger.info("delivery", metadata: ["messages": "\(count)"]) }
        } catch {
            if Task.isCancelled { return }
            logger.error("delivery did not finish", metadata: ["error": "\(error)"])
        }
    }
}
