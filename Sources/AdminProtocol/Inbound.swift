/// What a request under way may ask of its client, beyond its line: to go on, another line, a
/// block, or to speak up when a long answer is enough.
///
/// Values of functions, so that who answers requests knows no server: a test plays the client from
/// memory.
package struct Inbound: Sendable {
    /// Sends the line that asks the client to go on.
    package let ask: @Sendable (Continuation) async throws(ExchangeError) -> Void
    /// The client's next line as it came, without being read as a request; nil when it left, or
    /// when the session has to end.
    ///
    /// - Throws: `malformed`, `reading` or `answered`.
    package let nextLine: @Sendable () async throws(ExchangeError) -> String?
    /// Asks for a block by a sentence, and gives its content of at most so many bytes.
    ///
    /// Until the block has ended, replies are held: the client may send all of it before it reads.
    ///
    /// - Throws: `clientGone`, `reading` or `answered`. While it is read: `clientGone`, `stopping`,
    ///   or at its end `blockTooLong`.
    package let block: @Sendable (String, Int) async throws(ExchangeError) -> InboundBlock
    /// Does the work until it is over, or until the client sends a line or leaves, or the session
    /// has to end: the work is cancelled then, and waited for. The line is the next request.
    ///
    /// - Throws: what the work throws by itself; not what it throws once it is cancelled.
    package let untilNextLine: @Sendable (@escaping Work) async throws -> Void

    package typealias Work = @Sendable () async throws -> Void

    package init(
        ask: @escaping @Sendable (Continuation) async throws(ExchangeError) -> Void,
        nextLine: @escaping @Sendable () async throws(ExchangeError) -> String?,
        block: @escaping @Sendable (String, Int) async throws(ExchangeError) -> InboundBlock,
        untilNextLine: @escaping @Sendable (@escaping Work) async throws -> Void
    ) {
        self.ask = ask
        self.nextLine = nextLine
        self.block = block
        self.untilNextLine = untilNextLine
    }

    /// A client that has left.
    package static let gone = Inbound(
        ask: { _ throws(ExchangeError) in throw .clientGone },
        nextLine: { () throws(ExchangeError) in nil },
        block: { _, _ throws(ExchangeError) in throw .clientGone },
        untilNextLine: { _ in })
}
