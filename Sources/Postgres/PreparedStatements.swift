/// What one connection has prepared, as a value.
///
/// A statement is prepared by the first segment that uses it. Until the server has said that it
/// worked, other segments send theirs unprepared: a segment must not fail because another one did.
/// Preparing is not part of a transaction, so what was prepared stays when one is taken back.
struct PreparedStatements {
    /// How to send a query.
    enum Use: Equatable {
        case unprepared
        /// Under this name, which the server knows.
        case prepared(String)
        /// Prepare it under this name first, then use it.
        case prepare(String)
    }

    private enum Entry {
        case underWay(name: String, by: RequestID)
        case ready(name: String)
    }

    private var entries: [String: Entry] = [:]
    /// Names are never used twice, so that a name the server may still have is in nobody's way.
    private var lastNumber = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    mutating func use(_ query: Query, in segment: RequestID) -> Use {
        guard let key = query.preparationKey else { return .unprepared }
        switch entries[key] {
        case .ready(let name): return .prepared(name)
        case .underWay(let name, segment): return .prepared(name)
        case .underWay: return .unprepared
        case nil:
            guard entries.count < limit else { return .unprepared }
            lastNumber += 1
            let name = query.serverName(number: lastNumber)
            entries[key] = .underWay(name: name, by: segment)
            return .prepare(name)
        }
    }

    /// The server has it from now on.
    mutating func confirm(_ key: String) {
        guard case .underWay(let name, _) = entries[key] else { return }
        entries[key] = .ready(name: name)
    }

    /// It could not be prepared, or is of no use any more.
    mutating func forget(_ key: String) {
        entries[key] = nil
    }
}
