internal import ServiceLifecycle

extension Stage {
    /// The stage's value; nil where a shutdown comes first, which is no failure of who waits.
    func waitUnlessShutDown() async throws -> Value? {
        do {
            return try await cancelWhenGracefulShutdown { try await self.wait() }
        } catch is CancellationError {
            return nil
        }
    }
}
