import Registry
import Store

/// What is known, and what of it holds now.
struct IndexState {
    var image: RegistryImage?
    /// What was written since it was read last.
    var stale = Concern()
    /// What is being read.
    var reading = Concern()
    /// Up to which every event is known; nil before the log was looked at.
    var serial: Int64?
    /// Until when it is sure not to be behind.
    var goodUntil: ContinuousClock.Instant?

    /// The image, where it may be asked at all.
    func image(at now: ContinuousClock.Instant) -> RegistryImage? {
        guard let goodUntil, now <= goodUntil, !stale.isOfRules, !reading.isOfRules else {
            return nil
        }
        return image
    }

    /// Whether nothing about the organisation is still to be read.
    func isCurrent(_ organisation: OrganisationID) -> Bool {
        !stale.organisations.contains(organisation)
            && !reading.organisations.contains(organisation)
    }

    /// Whether nothing about any of the people is still to be read.
    func areCurrent(_ people: some Sequence<PersonID>) -> Bool {
        if stale.people.isEmpty, reading.people.isEmpty { return true }
        return people.allSatisfy {
            !stale.people.contains($0) && !reading.people.contains($0)
        }
    }
}
