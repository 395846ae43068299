/// Every limit of the client, in one place.
///
/// A limit is here so that a slow server or a greedy caller costs a bounded amount of memory and
/// time; the reason stands at each.
package enum PostgresLimits {
    /// Event-loop threads, shared by all connections. libpq's own work is small; two use two cores.
    static let eventLoops = 2
    /// Threads that may block in name resolution and `PQconnectdb`: more than a host that never
    /// answers is likely to hold at once. They live only while there is work.
    static let connectThreads = 8
    /// Threads that may block in `PQcancel`. Apart from connecting, so that a dead host does not
    /// hold up a cancellation.
    static let cancelThreads = 2
    /// Seconds for one host of the connection string, unless the string says otherwise.
    static let connectTimeoutSeconds = 10
    /// Segments sent and not yet answered on one connection; others wait, so that a slow server
    /// fills no buffer with requests.
    static let segmentsInFlight = 256
    /// Requests under way on one connection, sent or not; more are refused.
    static let waitingRequests = 10_000
    /// The protocol's own limit: the count travels in 16 bits.
    static let parameters = 65_535
    /// Prepared statements on one connection; more are sent unprepared.
    static let preparedStatements = 1_000
    /// PostgreSQL cuts names at 63 bytes; the rest is left for a variant's number.
    static let statementNameBytes = 50
    /// How long a server may take to answer a cancellation before it is asked again.
    static let cancelInterval: Duration = .milliseconds(250)
    /// How often it is asked before the connection is given up: ten seconds in all.
    static let cancelAttempts = 40
    /// How long ROLLBACK may take before the connection is given up instead.
    static let rollbackTimeout: Duration = .seconds(10)
    /// How long a statement may run: far longer than any of a request's does, and short enough for
    /// someone who waits.
    package static let statementTimeout: Duration = .seconds(60)
    /// How long one may wait for a lock. Transactions are short: who waits longer waits for
    /// somebody at `psql`, or for an import.
    package static let lockTimeout: Duration = .seconds(10)
    /// How long a transaction may lie open with nothing under way: longer than a session that does
    /// not read its replies is kept.
    package static let idleInTransactionTimeout: Duration = .seconds(360)
    /// How much longer than the server the client waits for the end of a statement.
    package static let answerGrace: Duration = .seconds(5)
    /// Bytes handed to libpq at once while copying in.
    static let copyInPiece = 256 * 1_024
    /// Bytes gathered before a chunk goes to the reader of a copy out.
    static let copyOutChunk = 64 * 1_024
    /// Bytes of one value: the largest field PostgreSQL can hold.
    static let valueBytes = 1 << 30
    /// The first wait before reconnecting; doubled after each failure.
    static let backoffFirst: Duration = .milliseconds(50)
    /// The longest wait before reconnecting. One attempt a second for all callers is no burden,
    /// and the server's return is seen soon.
    static let backoffLongest: Duration = .seconds(1)
    /// How often one who waits for a server's return looks whether another found it.
    static let backoffLook: Duration = .milliseconds(200)
}

extension PostgresLimits {
    /// Connections of a pool where its owner names no number.
    package static let poolConnections = 16
    /// Who may wait for a connection at once; more are told that the pool is busy.
    static let poolWaiters = 4_096
    /// How long one waits for a connection, and for the server to come back.
    package static let leaseTimeout: Duration = .seconds(10)
    /// Connections that single statements share.
    package static let lanes = 2
}
