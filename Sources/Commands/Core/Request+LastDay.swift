import AdminProtocol
import Registry

extension Request {
    /// The last day of something that ends: `until=`, or the day before `from=`, or today.
    func lastDay(today: CivilDate) throws(ProtocolError) -> CivilDate {
        if let from = try optionalDate("from", today: today) {
            if isGiven("until") {
                throw badValue("from", want: "left out where until= is given")
            }
            return from.previous
        }
        return try optionalDate("until", today: today) ?? today
    }
}
