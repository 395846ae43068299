import Crypto

/// A sealed block of events: what it holds cannot be altered, removed or added to without its hash
/// becoming another, nor its hash without those of all blocks after it.
package struct EventBlock: Sendable, Equatable {
    /// SHA-256.
    package typealias Hash = [UInt8]

    package var number: Int64
    /// The events in it, ascending, and the digest of each.
    package var serials: [Int64]
    package var digests: [Hash]
    package var lastSerial: Int64
    package var hash: Hash

    /// The hash that stands before the first block.
    package static let origin = Hash(repeating: 0, count: SHA256.byteCount)

    package init(
        number: Int64, serials: [Int64], digests: [Hash], lastSerial: Int64, hash: Hash
    ) {
        self.number = number
        self.serials = serials
        self.digests = digests
        self.lastSerial = lastSerial
        self.hash = hash
    }

    /// Seals events over the block before.
    package init(sealing events: [EventDigest], number: Int64, after previous: Hash) {
        self.init(
            number: number, serials: events.map(\.serial), digests: events.map(\.digest),
            lastSerial: events.last?.serial ?? 0, hash: [])
        hash = sealedHash(after: previous)
    }

    /// The SHA-256 over: the hash of the block before (32 bytes), the block's number, the number of
    /// its events, and for each event its serial and its digest (32 bytes). Numbers are 8 bytes,
    /// the highest first.
    package func sealedHash(after previous: Hash) -> Hash {
        var hasher = SHA256()
        hasher.update(data: previous)
        hasher.update(data: number.bytes)
        hasher.update(data: Int64(serials.count).bytes)
        for (serial, digest) in zip(serials, digests) {
            hasher.update(data: serial.bytes)
            hasher.update(data: digest)
        }
        return Hash(hasher.finalize())
    }
}

/// One event as a block holds it.
package struct EventDigest: Sendable, Equatable {
    package var serial: Int64
    package var digest: EventBlock.Hash

    package init(serial: Int64, digest: EventBlock.Hash) {
        self.serial = serial
        self.digest = digest
    }
}

extension Int64 {
    fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
