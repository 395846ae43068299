/// A request of which it is known how its reply must begin.
struct Question: Sendable {
    /// The line without its tag, with its LF.
    let line: [UInt8]

    /// What the first data line begins with, behind the tag: the kind, and the thing asked about.
    /// Empty where the reply has no data.
    let opening: [UInt8]

    init(_ line: String, opening: String) {
        self.line = Array("\(line)\n".utf8)
        self.opening = Array(opening.utf8)
    }

    /// The same request with one argument more.
    func adding(_ argument: String) -> Question {
        Question("\(text) \(argument)", opening: String(decoding: opening, as: UTF8.self))
    }

    /// The line without its LF.
    var text: String { String(decoding: line.dropLast(), as: UTF8.self) }
}
