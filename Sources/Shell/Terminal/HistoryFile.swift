import Glibc

/// The history on disk: one line each, readable by its owner only.
///
/// Every failure is silent: a shell that cannot keep its history is still a shell.
package struct HistoryFile: Sendable {
    package let path: String
    /// The most that is read of a file, in bytes.
    static let maxSize = 4 * 1_024 * 1_024
    private static let ownerOnly: mode_t = 0o600

    package init(path: String) {
        self.path = path
    }

    /// The one in this user's state folder.
    package init(in surroundings: Surroundings) {
        self.init(path: surroundings.stateFolder + "/history")
    }

    /// What is kept. A file that has grown over the limit is written anew with its last lines.
    package func load() -> History {
        let kept = read().split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let history = History(lines: kept)
        if kept.count > 2 * History.limit { write(history.lines, flags: O_TRUNC) }
        return history
    }

    /// Puts one line at the end.
    package func append(_ line: String) {
        guard History.mayKeep(line) else { return }
        makeFolders()
        write([line], flags: O_APPEND)
    }

    private func read() -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes: [UInt8] = []
        while bytes.count < Self.maxSize, let more = FileBytes.read(file), !more.isEmpty {
            bytes += more
        }
        return bytes
    }

    private func write(_ lines: [String], flags: Int32) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, Self.ownerOnly)
        guard file >= 0 else { return }
        defer { close(file) }
        // An older file may be open to others; nothing is added to it before it is closed to them.
        guard fchmod(file, Self.ownerOnly) == 0 else { return }
        _ = FileBytes.write(lines.flatMap { $0.utf8 + [UInt8(ascii: "\n")] }, to: file)
    }

    /// Makes the folders above the file, those that are new for their owner only.
    private func makeFolders() {
        for (index, byte) in zip(path.utf8.indices, path.utf8) where byte == UInt8(ascii: "/") {
            let folder = String(path[..<index])
            if !folder.isEmpty { mkdir(folder, 0o700) }
        }
    }
}
