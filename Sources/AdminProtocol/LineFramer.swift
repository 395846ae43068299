/// Cuts a stream of bytes into lines, however the stream was split.
///
/// An over-long line is reported as soon as it is one, so that a client that never ends its line is
/// told; the rest is skipped to its LF. Each byte is looked at once for its LF. Feed a chunk, then
/// take until nil: what is held between chunks never exceeds the limit.
package struct LineFramer: Sendable {
    /// Bytes of a line with its terminator.
    package let limit: Int
    /// The tag of the line that `next()` last refused, where one could be read.
    package private(set) var refusedTag: String?
    private var buffer: [UInt8] = []
    /// Everything before this has been given out.
    private var start = 0
    /// From `start` up to here there is no LF.
    private var scanned = 0
    private var isSkipping = false

    package init(limit: Int = ProtocolLimits.maxLine) {
        self.limit = limit
    }

    package mutating func feed(_ bytes: some Collection<UInt8>) {
        if start == buffer.count || start > limit {
            buffer.removeFirst(start)
            scanned -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Takes what was fed and not given out, for a reader of something else than lines.
    package mutating func takeRest() -> [UInt8] {
        defer {
            buffer = []
            start = 0
            scanned = 0
        }
        return Array(buffer[start...])
    }

    /// The next line or refusal; nil where more bytes are needed.
    package mutating func next() -> Framed? {
        refusedTag = nil
        while let end = findLineFeed() {
            let line = buffer[start..<end]
            start = end + 1
            scanned = start
            guard isSkipping else {
                return judge(line)
            }
            isSkipping = false
        }
        if isSkipping {
            start = buffer.count
            return nil
        }
        guard buffer.count - start >= limit else { return nil }
        isSkipping = true
        defer { start = buffer.count }
        return refuse(.tooLong, buffer[start...])
    }

    private mutating func findLineFeed() -> Int? {
        while scanned < buffer.count {
            if buffer[scanned] == .lineFeed { return scanned }
            scanned += 1
        }
        return nil
    }

    /// - Parameter line: without its LF, perhaps with a CR.
    private mutating func judge(_ line: ArraySlice<UInt8>) -> Framed {
        guard line.count < limit else { return refuse(.tooLong, line) }
        let content = line.last == .carriageReturn ? line.dropLast() : line
        switch WireText.fault(in: content) {
        case nil: return .line(Array(content))
        case .notUTF8: return refuse(.notUTF8, content)
        default: return refuse(.controlCharacter, content)
        }
    }

    private mutating func refuse(_ framed: Framed, _ line: ArraySlice<UInt8>) -> Framed {
        refusedTag = RequestLine.tag(leading: line)
        return framed
    }
}
