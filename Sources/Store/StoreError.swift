/// What can be wrong with the database other than an error of the server itself.
package enum StoreError: Error, Equatable {
    /// A column holds what no version of this program writes; the word says what was expected.
    case unreadable(String)
    /// The database has migrations that this binary does not know.
    case newerDatabase(have: Int, know: Int)
    /// A migration that was applied is not the one of that number in this binary.
    case otherMigration(number: Int, applied: String, known: String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let what):
            return "the database holds a \(what) that this version cannot read"
        case .newerDatabase(let have, let know):
            return "the database is at migration \(have), this binary knows \(know): "
                + "start the newer licentiad"
        case .otherMigration(let number, let applied, let known):
            return "migration \(number) was applied as \(applied), this binary has \(known): "
                + "this database belongs to another program or version"
        }
    }
}
