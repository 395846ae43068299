internal import Glibc

/// The server's log files: bounded in number by us, in size by the server's own rotation.
struct ServerLog: Sendable {
    /// How many files are kept; with their size this bounds the folder at about 64 MB.
    static let fileLimit = 8

    /// The server names a new file after the moment it begins, so that names sort by age.
    static let fileNamePattern = "postgresql-%Y%m%dT%H%M%SZ.log"

    /// How much of a file's end is looked through for the cause of a failure.
    private static let tailBytes = 65_536

    let layout: ClusterLayout

    /// Removes the oldest files beyond the limit.
    func prune() {
        let names = fileNames
        for name in names.dropLast(Self.fileLimit) { unlink("\(layout.logFolder)/\(name)") }
    }

    /// The last line that tells why the server or `initdb` gave up; nil when none is found.
    var lastFailure: String? {
        let newest = fileNames.last.map { "\(layout.logFolder)/\($0)" }
        for path in [layout.outputFile, newest].compactMap(\.self) {
            guard let text = DurableFile.readEnd(path, limit: Self.tailBytes) else { continue }
            let line = text.split(separator: "\n").last { line in
                ["FATAL:", "PANIC:", "error:", "setpriv:", "env:"].contains { line.contains($0) }
            }
            if let line { return String(line) }
        }
        return nil
    }

    private var fileNames: [String] {
        DurableFile.names(in: layout.logFolder)
            .filter { $0.hasPrefix("postgresql-") && $0.hasSuffix(".log") }.sorted()
    }
}
