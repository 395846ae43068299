import Glibc
import NIOPosix

/// Where the content of a block comes from: a file, or standard input.
package struct BlockSource: Sendable {
    /// Bytes of it, where that is known beforehand.
    let size: Int?
    private let read: @Sendable () async throws -> [UInt8]?

    /// - Parameter read: the next bytes; empty or nil at the end.
    package init(size: Int? = nil, _ read: @escaping @Sendable () async throws -> [UInt8]?) {
        self.size = size
        self.read = read
    }

    /// What is left of the input.
    package init(_ input: InputLines) {
        self.init { await input.nextBytes() }
    }

    /// The next bytes, which are not empty; nil at the end.
    func next() async throws -> [UInt8]? {
        let bytes = try await read()
        return bytes?.isEmpty == false ? bytes : nil
    }

    /// Opens a file, and closes it after the body.
    static func withFile<Result: Sendable>(
        _ path: String, _ body: (BlockSource) async throws -> Result
    ) async throws -> Result {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path, errno) }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw unreadable(path, errno) }
        let isPlain = facts.st_mode & S_IFMT == S_IFREG
        let source = BlockSource(size: isPlain ? Int(facts.st_size) : nil) {
            // Reading blocks, so it is done on a thread that may block.
            try await NIOThreadPool.singleton.runIfActive {
                guard let bytes = FileBytes.read(file) else { throw unreadable(path, errno) }
                return bytes
            }
        }
        return try await body(source)
    }

    private static func unreadable(_ path: String, _ error: Int32) -> ShellFailure {
        ShellFailure(
            .usage, "cannot read \(PlainText.of(path)): \(String(cString: strerror(error))).")
    }
}
