/// The limits of the nightly run, in one place.
package struct NightlyLimits: Sendable {
    /// Notices recorded or withdrawn in one transaction: so many that a run is quick, so few that
    /// a killed one has little to do again.
    package var noticesInBatch = 5_000
    /// Pairs of organisation and programme judged at once, in one transaction.
    package var pairsInBatch = 500
    /// How long `expiry run` waits for another runner (registry contract, "The nightly run", 7).
    package static let wait: Duration = .seconds(30)
    /// How often a waiting runner looks whether the lease is free.
    static let leasePoll: Duration = .milliseconds(100)

    package init() {}
}
