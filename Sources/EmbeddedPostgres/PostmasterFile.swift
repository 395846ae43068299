internal import Glibc

/// The file `postmaster.pid` in a data folder, by which a server says how far it is.
struct PostmasterFile: Sendable, Equatable {
    /// More than the eight short lines ever need.
    private static let longestFile = 8_192

    /// The line of the file, counted from 0, that holds the state since PostgreSQL 10.
    private static let stateLine = 7

    /// The server's process id; the single-user mode writes it negative.
    let processID: Int32

    /// True once it accepts connections.
    let isReady: Bool

    /// From the file's text; nil when there is no process id in it (half written, or not ours).
    init?(parsing text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let number = Int32(first.filter { $0 != " " }) else {
            return nil
        }
        processID = number
        let state = lines.count > Self.stateLine ? lines[Self.stateLine] : ""
        isReady = state.prefix { $0 != " " } == "ready"
    }

    /// From the file; nil when it is missing, unreadable or makes no sense.
    init?(path: String) {
        guard let text = DurableFile.read(path, limit: Self.longestFile) else { return nil }
        self.init(parsing: text)
    }
}
