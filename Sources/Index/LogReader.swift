import Store

/// Where in the log the index is.
///
/// Two questions are kept apart. What was committed since the last time is told by two moments of
/// the database, at once and exactly, however long other transactions run. Up to which serial every
/// event is known is told by the `EventFollower`, which waits for them.
struct LogReader: Sendable {
    private let store: Store
    private var moment: LogMoment?
    private var follower = EventFollower()
    /// The serials of events that are known and could not be passed yet, ascending.
    private var held: [Int64] = []

    /// At no place yet.
    init(_ store: Store) {
        self.store = store
    }

    var hasBegun: Bool { moment != nil }

    /// Up to this serial every event is known.
    var position: Int64 { follower.position }

    /// Goes on to the moment of the snapshot, of which everything is read.
    mutating func begin(_ snapshot: Snapshot) async throws {
        if hasBegun {
            _ = try await concern(snapshot)
        } else {
            moment = try await snapshot.moment()
            (follower, held) = try await snapshot.logStart()
        }
    }

    /// Whether anything was recorded since the last time.
    mutating func hasNews() async throws -> Bool {
        guard let moment else { return true }
        let found = try await store.moment(after: moment)
        if found.hasNews { return true }
        self.moment = found.moment
        try await settle()
        return false
    }

    /// What was recorded since the last time concerns.
    mutating func concern(_ snapshot: Snapshot) async throws -> Concern {
        guard let moment else { return Concern() }
        let news = try await snapshot.news(since: moment)
        self.moment = news.moment
        held = (held + news.serials).sorted()
        return news.concern
    }

    /// Passes what no transaction that still runs can come before.
    mutating func settle() async throws {
        guard let moment, let last = held.last else { return }
        held.removeFirst(follower.pass(held, horizon: moment.horizon))
        guard let first = held.first, follower.needsBarrier(before: first) else { return }
        follower.setBarrier(at: try await store.transactionNumber(), seen: last)
    }
}
