internal import Logging
internal import ServiceLifecycle
internal import Store

/// Seals the events by itself, once the schema is there. What is sealed late was only guarded by
/// its own digest, so nothing but the start is waited for.
struct SealingWatch: Service {
    let isMigrated: Stage<Store>
    let logger: Logger

    func run() async throws {
        guard let store = try await isMigrated.waitUnlessShutDown() else { return }
        let sealer = EventSealer(store)
        try await cancelWhenGracefulShutdown {
            do {
                try await follow(sealer)
            } catch is CancellationError {
                logger.debug("sealing ends")
            }
        }
    }

    /// A failure is another's to tell first, the database's or the server's: here it is logged once
    /// until it goes well again.
    private func follow(_ sealer: EventSealer) async throws {
        var wait = EventLimits.sealing
        while true {
            do {
                let sealed = try await sealer.seal()
                if sealed > 0 { logger.debug("sealed", metadata: ["events": "\(sealed)"]) }
                wait = EventLimits.sealing
            } catch {
                try Task.checkCancellation()
                logger.log(
                    level: wait == EventLimits.sealing ? .warning : .debug,
                    "events could not be sealed", metadata: ["error": "\(error)"])
                wait = min(wait * 2, EventLimits.longestSealingWait)
            }
            try await Task.sleep(for: wait)
        }
    }
}
