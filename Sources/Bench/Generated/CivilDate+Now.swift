import Foundation
import Registry

extension CivilDate {
    /// The day that it is, in UTC, as for the daemons that are measured.
    static func now() -> CivilDate {
        CivilDate(dayNumber: Int32(clamping: Int(Date().timeIntervalSince1970 / 86_400)))
    }
}
