import Registry

/// The people of an organisation who were trained together in a programme some while ago, and lead
/// its workshops.
struct Cohort: Sendable {
    let anchor: CivilDate
    /// The last days of their workshops: one in each window, but perhaps not in the present one.
    let workshops: [CivilDate]

    /// Months of a window in which a workshop must be led (registry contract, S2).
    static let windowMonths = 12

    /// - Parameter isEnding: whether the last window that counts ends within the ladder's 90 days.
    init(today: CivilDate, isEnding: Bool, _ random: inout SeededRandom) {
        anchor =
            isEnding
            ? today.adding(days: random.days(1..<90)).adding(months: -2 * Self.windowMonths)
            : today.adding(days: -random.days(400..<1_050))
        var workshops: [CivilDate] = []
        var begin = anchor
        for number in 1... {
            let end = anchor.adding(months: number * Self.windowMonths)
            let day = begin.adding(days: random.days(45..<330))
            if end >= today {
                // The present window: held already or not.
                if !isEnding, day < today { workshops.append(day) }
                break
            }
            workshops.append(day)
            begin = end
        }
        self.workshops = workshops
    }
}
