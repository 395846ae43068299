import Registry
import Store

/// People who turned out to be others, by number; given again each after whom it turned out to be.
struct MergedPeople {
    private var into: [PersonID: PersonID] = [:]

    /// Keeps the person for later, if they are one of these.
    mutating func take(_ person: PersonRow) -> Bool {
        guard let other = person.mergedInto else { return false }
        into[person.id] = other
        return true
    }

    /// Some of those who are left, none of whom turned out to be another of them.
    mutating func next(_ limit: Int) -> [PersonID] {
        let free = into.filter { into[$0.value] == nil }.keys.sorted().prefix(limit)
        for person in free { into[person] = nil }
        return Array(free)
    }
}
