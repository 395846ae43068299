internal import Nightly

/// The wall time of the nightly run, as `--nightly` gives it.
package struct NightlyTime: Sendable, Equatable {
    package let text: String

    /// A quarter past two (registry contract, "The nightly run").
    static let standard = NightlyTime(text: "02:15")

    private init(text: String) {
        self.text = text
    }

    /// Reads `HH:MM`; nil for anything else.
    init?(_ text: String) {
        guard NightlySchedule(text, zone: RegistryZone.utc.zone) != nil else { return nil }
        self.init(text: text)
    }

    /// When that is in a zone.
    func schedule(in zone: RegistryZone) -> NightlySchedule? {
        NightlySchedule(text, zone: zone.zone)
    }
}
