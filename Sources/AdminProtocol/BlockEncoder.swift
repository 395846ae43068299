/// Writes content as a block: a dot is put before each line that begins with one, and the line that
/// holds a single dot ends it. The reverse of `BlockDecoder`.
package struct BlockEncoder: Sendable {
    private var isLineStart = true

    package init() {}

    /// Writes the next piece of the content, wherever it was split.
    package mutating func encode(_ content: some Sequence<UInt8>, into bytes: inout [UInt8]) {
        for byte in content {
            if isLineStart, byte == .dot { bytes.append(.dot) }
            bytes.append(byte)
            isLineStart = byte == .lineFeed
        }
    }

    /// Writes the end. Content that does not end with a LF is given one.
    package mutating func end(into bytes: inout [UInt8]) {
        if !isLineStart { bytes.append(.lineFeed) }
        bytes.append(contentsOf: [.dot, .lineFeed])
        isLineStart = true
    }
}
