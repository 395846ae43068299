package import Foundation
package import Registry

extension CivilDate {
    /// The civil date at a moment in a zone: what "today" is there and then.
    package init(at moment: Date, in zone: TimeZone) {
        let local = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        let days = (local / Double(CivilDate.secondsPerDay)).rounded(.down)
        self.init(dayNumber: Int32(exactly: days) ?? (days < 0 ? .min : .max))
    }

    static let secondsPerDay = 86_400
}
