package import Foundation

/// The registry's time zone, by its IANA name.
package struct RegistryZone: Sendable, Equatable {
    package let name: String
    package let zone: TimeZone

    /// Coordinated universal time.
    static let utc = RegistryZone(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// The zone of an IANA name; nil for anything else.
    ///
    /// Foundation also takes abbreviations and offsets such as `IST` or `GMT+3`: the first mean
    /// several things, the second no zone that keeps its own clock changes.
    init?(_ name: String) {
        if name == Self.utc.name {
            self = Self.utc
            return
        }
        guard name.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(name),
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.init(name: name, zone: zone)
    }
}
