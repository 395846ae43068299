package import Registry
import Schema

/// A person, and the people who may be the same.
package struct Likeness: Sendable, Equatable {
    package var person: PersonID
    /// Called nearly the same, without regard to case, accents and the order of words.
    package var sameName: [PersonID]
    package var sameEmail: [PersonID]
}

extension Snapshot {
    /// People who may be one, by the later added of them; those of one person where one is given.
    package func likenesses(of person: PersonID?, page: Page) async throws -> [Likeness] {
        try await rows(SQL.personAlike, page.after, person?.number, page.limit).map { row in
            var columns = Columns(row)
            return Likeness(
                person: try columns.id(), sameName: try columns.ids(),
                sameEmail: try columns.ids())
        }
    }
}
