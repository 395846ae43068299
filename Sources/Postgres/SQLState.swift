/// The five characters by which PostgreSQL says what went wrong.
///
/// An open set: any state is kept as it came, and the ones callers branch on have names. Match
/// with `catch`-and-`switch`: `case .uniqueViolation:` uses `~=` on an optional state.
package struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    /// The first two characters, for example `23` for a broken constraint.
    package var errorClass: Substring { rawValue.prefix(2) }

    package static func ~= (pattern: SQLState, value: SQLState?) -> Bool {
        pattern == value
    }
}

extension SQLState {
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    package static let notNullViolation = SQLState(rawValue: "23502")
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    package static let uniqueViolation = SQLState(rawValue: "23505")
    package static let checkViolation = SQLState(rawValue: "23514")
    package static let exclusionViolation = SQLState(rawValue: "23P01")
    package static let divisionByZero = SQLState(rawValue: "22012")
    package static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    package static let activeTransaction = SQLState(rawValue: "25001")
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    package static let failedTransaction = SQLState(rawValue: "25P02")
    package static let invalidStatementName = SQLState(rawValue: "26000")
    package static let invalidPassword = SQLState(rawValue: "28P01")
    package static let invalidCatalogName = SQLState(rawValue: "3D000")
    package static let serializationFailure = SQLState(rawValue: "40001")
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    package static let syntaxError = SQLState(rawValue: "42601")
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    package static let undefinedColumn = SQLState(rawValue: "42703")
    package static let undefinedTable = SQLState(rawValue: "42P01")
    package static let duplicateTable = SQLState(rawValue: "42P07")
    package static let tooManyConnections = SQLState(rawValue: "53300")
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let queryCanceled = SQLState(rawValue: "57014")
    package static let adminShutdown = SQLState(rawValue: "57P01")
    package static let crashShutdown = SQLState(rawValue: "57P02")
    package static let cannotConnectNow = SQLState(rawValue: "57P03")
    package static let raisedException = SQLState(rawValue: "P0001")
}
