import Glibc

/// Reads one reply after another, line by line, and finds fault with whatever is not as it must be.
///
/// A value without a socket: the session feeds it lines, and is told when a reply is whole.
struct ReplyReader {
    enum Step: Equatable {
        /// The reply goes on.
        case more
        /// It is whole.
        case whole
        /// It is wrong, for this reason.
        case wrong(String)
    }

    private var dataLines = 0

    /// Takes the next line, without its LF, of the reply to this question.
    mutating func take(_ line: UnsafeRawBufferPointer, tag: ReplyTag, of question: Question) -> Step
    {
        guard tag.leads(line) else { return .wrong("another tag") }
        let rest = UnsafeRawBufferPointer(rebasing: line[ReplyTag.length...])
        if rest.first == UInt8(ascii: "*") { return take(data: rest, of: question) }
        guard Self.isOK(rest) else { return .wrong("no OK") }
        guard (dataLines > 0) == !question.opening.isEmpty else { return .wrong("no data") }
        dataLines = 0
        return .whole
    }

    private mutating func take(data line: UnsafeRawBufferPointer, of question: Question) -> Step {
        defer { dataLines += 1 }
        if dataLines == 0 {
            return Self.begins(line, with: question.opening)
                ? .more : .wrong("it does not speak of what was asked")
        }
        return Self.laterOpenings.contains { Self.begins(line, with: $0) }
            ? .more : .wrong("a line that does not belong to it")
    }

    /// What the lines behind the thing itself are.
    private static let laterOpenings = ["* reason ", "* warning ", "* affected "].map {
        Array($0.utf8)
    }

    private static func begins(_ line: UnsafeRawBufferPointer, with bytes: [UInt8]) -> Bool {
        guard line.count >= bytes.count, let start = line.baseAddress else { return bytes.isEmpty }
        return bytes.withUnsafeBytes { wanted in
            wanted.baseAddress.map { memcmp(start, $0, bytes.count) == 0 } ?? true
        }
    }

    /// `OK`, alone or with fields.
    private static func isOK(_ line: UnsafeRawBufferPointer) -> Bool {
        line.count >= 2 && line[0] == UInt8(ascii: "O") && line[1] == UInt8(ascii: "K")
            && (line.count == 2 || line[2] == UInt8(ascii: " "))
    }
}
