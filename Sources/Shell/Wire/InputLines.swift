/// Lines of standard input, numbered from 1, as they come.
package struct InputLines: Sendable {
    package struct Line: Sendable, Equatable {
        package let number: Int
        package let bytes: [UInt8]

        /// Whether a script passes over the line: nothing but spaces, or a remark.
        var isSkipped: Bool {
            let first = bytes.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            return first == nil || bytes.first == UInt8(ascii: "#")
        }
    }

    private let read: @Sendable () async -> [UInt8]?
    private var splitter = LineSplitter()
    private var number = 0
    private var hasEnded = false

    /// - Parameter read: the next bytes; empty or nil at the end.
    package init(_ read: @escaping @Sendable () async -> [UInt8]?) {
        self.read = read
    }

    /// The next line, whatever it holds; nil at the end.
    package mutating func next() async -> Line? {
        while true {
            if let bytes = splitter.next() ?? (hasEnded ? splitter.rest() : nil) {
                number += 1
                return Line(number: number, bytes: bytes)
            }
            guard !hasEnded else { return nil }
            if let more = await read(), !more.isEmpty {
                splitter.feed(more)
            } else {
                hasEnded = true
            }
        }
    }

    /// The next bytes as they come, for who wants no lines; nil at the end. Not to be mixed with
    /// lines: what was read for a line is not given again.
    package func nextBytes() async -> [UInt8]? { await read() }

    /// The next line that is a request; nil at the end.
    package mutating func nextRequest() async -> Line? {
        while let line = await next() {
            if !line.isSkipped { return line }
        }
        return nil
    }
}
