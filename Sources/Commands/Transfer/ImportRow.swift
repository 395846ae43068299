import AdminProtocol
import Registry
import Store

/// A row of a file, understood as a command.
struct ImportRow<C: ImportedCommand>: Sendable {
    /// The line of the file on which it begins; the header is line 1.
    var line: Int
    var request: Request
    var command: C

    /// What tells the row from others of its kind, in whatever words it says so; nil where nothing
    /// does.
    func identity(_ book: ReferenceBook, today: CivilDate) -> [[String]?]? {
        let values = C.identity.map { request.meaning(of: $0, book, today: today) }
        return values.contains { $0 != nil } ? values : nil
    }
}

/// What became of a row.
enum RowOutcome: Sendable {
    /// Stored; with the rules that were set aside for it.
    case stored(Thing, asFound: [Reason])
    /// It is there already, and says the same.
    case unchanged
    case refused(Refusal)
}

/// What the registry has already of a row.
enum KnownRow: Sendable {
    /// The row says nothing else.
    case same
    /// The row says something else of what the registry knows under this name.
    case other(String)

    /// A row of something that began on the same day: the row may leave its last day unsaid.
    init(_ said: DateSpan, kept: DateSpan, as name: String) {
        self = said.until == nil || said.until == kept.until ? .same : .other(name)
    }

    var outcome: RowOutcome {
        switch self {
        case .same: return .unchanged
        case .other(let name):
            return .refused(
                .conflict(
                    "\(name) is in the registry with other values: amend it there, or correct "
                        + "the row"))
        }
    }
}

/// Which names a row's judgement rests on and which it changes, within one import.
struct Footprint: Sendable {
    var reads: Set<String> = []
    var writes: Set<String> = []
}
