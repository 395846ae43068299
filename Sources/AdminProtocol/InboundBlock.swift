/// The content of a block, piece by piece as the client sends it. To be iterated once.
///
/// The pieces know nothing of lines or characters: they end where the network cut them. A block
/// that is not read to its end is read and forgotten when its request is answered.
package struct InboundBlock: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = ExchangeError
    package typealias Next = @Sendable () async throws(ExchangeError) -> [UInt8]?

    private let next: Next

    /// - Parameter next: The next piece, which is not empty; nil after the last.
    package init(_ next: @escaping Next) {
        self.next = next
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(nextPiece: next) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let nextPiece: Next

        package mutating func next() async throws(ExchangeError) -> [UInt8]? {
            try await nextPiece()
        }

        package mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(ExchangeError) -> [UInt8]? {
            try await nextPiece()
        }
    }
}
