/// The limits of delivery, in one place.
package struct DeliveryLimits: Sendable {
    /// How long a program may take for one message before it is ended.
    package var programTime: Duration = .seconds(60)
    /// How long a program that was told to end may go on before it is killed.
    package var programGrace: Duration = .seconds(5)
    /// How long what was taken stays with its taker: longer than all of a batch can last, one
    /// after another at worst.
    package var lease: Duration = .seconds(600)
    /// What is taken and sent at once.
    package var atOnce = 4
    /// Attempts after which a message is undeliverable.
    package var attempts = 10
    /// The wait after the first attempt that failed; doubled with each.
    package var firstWait: Duration = .seconds(60)
    package var longestWait: Duration = .seconds(6 * 3_600)
    /// Notices that a digest lists; of the others it gives the number.
    package var noticesInDigest = 500

    package init() {}

    /// The wait after attempt number `attempt`.
    func wait(after attempt: Int) -> Duration {
        min(firstWait * (1 << min(max(0, attempt - 1), 20)), longestWait)
    }
}
