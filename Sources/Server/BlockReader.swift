internal import AdminProtocol

/// A block that is coming in, held to its limit.
struct BlockReader {
    /// How a block has ended.
    struct End {
        /// What the client sent after it.
        var rest: [UInt8]
        /// The limit that it was over.
        var exceeded: Int?
    }

    /// Bytes that came and are not taken yet.
    var atHand: [UInt8]
    /// How it ended, once it has.
    private(set) var end: End?
    private let limit: Int
    private var taken = 0
    private var decoder = BlockDecoder()

    /// - Parameter limit: Bytes of the block as it is sent, its closing line included.
    init(limit: Int, atHand: [UInt8]) {
        self.limit = limit
        self.atHand = atHand
    }

    /// The content of what is at hand: empty where it is none, or beyond the limit.
    mutating func takePiece() -> [UInt8] {
        var piece: [UInt8] = []
        piece.reserveCapacity(atHand.count)
        let count = decoder.decode(atHand, into: &piece)
        taken += count
        let isOver = taken > limit
        if decoder.isEnded {
            end = End(rest: Array(atHand[count...]), exceeded: isOver ? limit : nil)
        }
        atHand = []
        return isOver ? [] : piece
    }
}
