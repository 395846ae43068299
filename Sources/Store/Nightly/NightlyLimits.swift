/// The limits of the nightly run, in one place.
package struct NightlyLimits: Sendable {
    /// Notices recorded or withdrawn in one transaction: so many that a run is quick, so few that
    /// a killed one has little to do again.
    package var noticesInBatch = 5_000
    /// Pairs of organisation and programme judged at once, in one transaction.
    package var pairsInBatch = 500
    /// Pairs that are looked for at once: finding them goes through all that turned, so that it is
    /// done seldom, and what is found lies in memory until it is judged.
    package var candidatesInPage = 20_000
    /// How many days before today `expiry run` goes: ten years and some. An earlier date is
    /// likely a slip, and each night would first have to catch up the years after it.
    package static let mostDaysBack = 3_660
    /// How long `expiry run` waits for another runner (registry contract, "The nightly run", 7).
    package static let wait: Duration = .seconds(30)
    /// How often a waiting runner looks whether the lease is free.
    static let leasePoll: Duration = .milliseconds(100)

    package init() {}
}
