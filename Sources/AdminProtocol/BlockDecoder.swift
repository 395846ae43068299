/// Takes a block out of a stream of bytes, however the stream was split: the content with its line
/// ends as they came, up to the line that holds a single dot, and without the dot that was put
/// before each line that begins with one.
///
/// Example: `a⏎..b⏎.⏎` is the content `a⏎.b⏎`.
package struct BlockDecoder: Sendable {
    private enum Place: Sendable {
        case lineStart
        /// After a dot that begins a line.
        case dot
        /// After such a dot and a CR.
        case dotReturn
        case inLine
        case end
    }

    private var place = Place.lineStart

    package init() {}

    /// Whether the closing line has been seen.
    package var isEnded: Bool { place == .end }

    /// Appends the content that the bytes hold.
    ///
    /// - Returns: how many bytes belong to the block: fewer than all only where it has ended.
    package mutating func decode(_ bytes: [UInt8], into content: inout [UInt8]) -> Int {
        var index = 0
        while index < bytes.count, place != .end {
            if place == .inLine {
                let end = bytes[index...].firstIndex(of: .lineFeed)
                let next = end.map { $0 + 1 } ?? bytes.count
                content.append(contentsOf: bytes[index..<next])
                if end != nil { place = .lineStart }
                index = next
            } else if let next = next(bytes[index], into: &content) {
                place = next
                index += 1
            } else {
                place = .inLine
            }
        }
        return index
    }

    /// Where the byte leads to at the beginning of a line; nil where it is content like any other.
    private func next(_ byte: UInt8, into content: inout [UInt8]) -> Place? {
        switch (place, byte) {
        case (.lineStart, .dot): return .dot
        case (.dot, .carriageReturn): return .dotReturn
        case (.dot, .lineFeed), (.dotReturn, .lineFeed): return .end
        case (.dotReturn, _): content.append(.carriageReturn)
        default: break
        }
        return nil
    }
}
