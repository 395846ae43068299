/// Cuts bytes into lines at LF, dropping one CR before it.
///
/// Our own and not the protocol's framer, because it must hand on every byte as it came: a
/// script's broken line is the server's to refuse, and replies may be longer than requests.
package struct LineSplitter: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0

    package init() {}

    /// Adds what was read.
    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        if start > 0 {
            buffer.removeFirst(start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole line without its end; nil until one has come.
    package mutating func next() -> [UInt8]? {
        guard let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = buffer.count
            return nil
        }
        defer {
            start = end + 1
            searched = start
        }
        return Self.withoutReturn(buffer[start..<end])
    }

    /// What is left after the last LF: a file's last line may have none. Nil where there is
    /// nothing.
    package mutating func rest() -> [UInt8]? {
        defer { self = LineSplitter() }
        return start < buffer.count ? Self.withoutReturn(buffer[start...]) : nil
    }

    private static func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
        Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
}
