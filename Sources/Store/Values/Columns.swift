package import Postgres
package import Registry

/// Reads the columns of a row from left to right, as the domain's own types.
package struct Columns {
    private let row: Row
    private var index = 0

    package init(_ row: Row) {
        self.row = row
    }

    package mutating func value<T: PostgresDecodable>(_ type: T.Type = T.self) throws -> T {
        defer { index += 1 }
        return try row.decode(index, as: type)
    }

    package mutating func id<ID: RegistryID>() throws -> ID {
        ID(try value(Int64.self))
    }

    package mutating func optionalID<ID: RegistryID>() throws -> ID? {
        try value(Int64?.self).map { ID($0) }
    }

    package mutating func ids<ID: RegistryID>() throws -> [ID] {
        try value([Int64].self).map { ID($0) }
    }

    package mutating func date() throws -> CivilDate {
        CivilDate(try value(PostgresDate.self))
    }

    package mutating func optionalDate() throws -> CivilDate? {
        try value(PostgresDate?.self).map { CivilDate($0) }
    }

    /// A span from two columns, the first and the last day.
    package mutating func span() throws -> DateSpan {
        DateSpan(from: try date(), until: try optionalDate())
    }

    /// Spans from two columns of day numbers.
    package mutating func spans() throws -> [DateSpan] {
        let starts = try value([Int32].self)
        let ends = try value([Int32?].self)
        return zip(starts, ends).map { start, end in
            DateSpan(
                from: CivilDate(dayNumber: start), until: end.map { CivilDate(dayNumber: $0) })
        }
    }

    package mutating func code() throws -> ProgrammeCode {
        let text = try value(String.self)
        guard let code = ProgrammeCode(text) else { throw StoreError.unreadable("programme code") }
        return code
    }

    package mutating func codes() throws -> [ProgrammeCode] {
        try value([String].self).compactMap { ProgrammeCode($0) }
    }

    /// A word that the domain has a type for.
    package mutating func word<Word: RawRepresentable<String>>(
        _ type: Word.Type = Word.self
    ) throws -> Word {
        let text = try value(String.self)
        guard let word = Word(rawValue: text) else {
            throw StoreError.unreadable(String(describing: type))
        }
        return word
    }

    package mutating func optionalWord<Word: RawRepresentable<String>>() throws -> Word? {
        try value(String?.self).flatMap { Word(rawValue: $0) }
    }
}
