import AdminProtocol

/// Sends a block, and tells how far it is.
struct BlockUpload: Sendable {
    let source: BlockSource?
    let sender: RequestSender
    let progress: Progress?

    /// Sends all there is, with its dots doubled, and the line that ends it.
    ///
    /// Where the source fails the connection is closed, since half a block must not be taken for
    /// one.
    func run() async throws {
        var encoder = BlockEncoder()
        var sent = 0
        while let bytes = try await nextBytes() {
            var wire: [UInt8] = []
            wire.reserveCapacity(bytes.count + 64)
            encoder.encode(bytes, into: &wire)
            try await sender.send(raw: wire)
            sent += bytes.count
            progress?.sent(sent, of: source?.size)
        }
        var end: [UInt8] = []
        encoder.end(into: &end)
        try await sender.send(raw: end)
        progress?.clear()
    }

    private func nextBytes() async throws -> [UInt8]? {
        do { return try await source?.next() } catch {
            sender.hangUp()
            throw error
        }
    }
}
