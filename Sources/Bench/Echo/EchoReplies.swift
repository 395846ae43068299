import Foundation

/// The replies that the bare server gives, in turn: as many lines, each as long, as the daemon's.
struct EchoReplies: Sendable {
    /// Each reply as its lines, with their LF and without a tag.
    let replies: [[[UInt8]]]

    init(_ replies: some Collection<[UInt8]>) {
        self.replies = replies.map { reply in
            reply.split(separator: 0x0A).map { Array($0) + [0x0A] }
        }
    }

    /// A reply ends with its line that begins with `OK`.
    init(file path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        var replies: [[[UInt8]]] = []
        var reply: [[UInt8]] = []
        for line in bytes.split(separator: 0x0A) {
            reply.append(Array(line) + [0x0A])
            guard line.starts(with: "OK".utf8) else { continue }
            replies.append(reply)
            reply = []
        }
        guard !replies.isEmpty else { throw BenchError("\(path) holds no replies.") }
        self.replies = replies
    }

    func write(to path: String) throws {
        let bytes = replies.joined().joined()
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
