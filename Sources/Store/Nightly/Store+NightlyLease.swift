import Postgres

extension Store {
    /// Does work under the nightly lease, on a connection of its own that every write of the run
    /// goes over.
    ///
    /// - Throws: `NightlyError.busy` where another runner holds it for longer than `patience`.
    package func withNightlyLease<T: Sendable>(
        holder: String, waitingAtMost patience: Duration,
        _ body: @Sendable @escaping (NightlyLease) async throws -> T
    ) async throws -> T {
        let end = ContinuousClock.now + patience
        while true {
            if let result = try await holdingLease(holder, body) { return result }
            guard ContinuousClock.now < end else { throw NightlyError.busy }
            // Who waits keeps no connection from others.
            try await Task.sleep(for: NightlyLimits.leasePoll)
        }
    }

    /// nil where another holds the lease.
    private func holdingLease<T: Sendable>(
        _ holder: String, _ body: @Sendable (NightlyLease) async throws -> T
    ) async throws -> T? {
        try await pool.withConnection { connection in
            do {
                guard let lease = try await NightlyLease(on: connection, holder: holder) else {
                    return nil
                }
                let result = try await body(lease)
                try await lease.release()
                // Its settings are the run's.
                await connection.close()
                return result
            } catch {
                // The session may hold the lock, or be what was lost: it must not be used again.
                await connection.close()
                throw error
            }
        }
    }
}
