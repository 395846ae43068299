package import Postgres
package import Registry

extension CivilDate {
    /// This day as a value of type `date`.
    package var postgres: PostgresDate { PostgresDate(daysSince1970: dayNumber) }

    /// The day of a value of type `date`.
    package init(_ date: PostgresDate) {
        self.init(dayNumber: date.daysSince1970)
    }
}

extension Optional where Wrapped == CivilDate {
    /// This day as a value of type `date`, null where there is none.
    package var postgres: PostgresDate? { map(\.postgres) }
}
