/// What a licence served in one of its years, as recorded.
package struct LicenceUse: Hashable, Sendable {
    /// Workshops that began in the year.
    package var workshops: Int
    /// Trainings of kind `leader` that began in the year.
    package var trainings: Int
    /// Those enrolled in the workshops, where the number is known.
    package var participants: Int

    package init(workshops: Int = 0, trainings: Int = 0, participants: Int = 0) {
        self.workshops = workshops
        self.trainings = trainings
        self.participants = participants
    }

    /// Workshops beyond the licence's allowance; nil where it has none.
    package func workshopsOver(_ licence: Licence) -> Int? {
        licence.workshopsPerYear.map { max(0, workshops - $0) }
    }

    /// Leader trainings beyond the licence's allowance; nil where it has none.
    package func trainingsOver(_ licence: Licence) -> Int? {
        licence.trainingsPerYear.map { max(0, trainings - $0) }
    }

    /// Whether more was done than the fee covers: then a fee is due (licensor, licensing
    /// procedure).
    package func isFeeDue(_ licence: Licence) -> Bool {
        (workshopsOver(licence) ?? 0) > 0 || (trainingsOver(licence) ?? 0) > 0
    }
}
