import Glibc

/// `export people > people.csv` at the prompt: the request that goes to the server, and the file
/// that takes its rows.
package struct FileExport: Sendable, Equatable {
    package let request: String
    package let path: String

    /// Records hold personal data: a new file is for its owner.
    private static let ownerOnly: mode_t = 0o600

    /// Nil where the tokens export nothing, or name no file: then the rows are shown.
    package init?(_ tokens: [String]) throws(ShellFailure) {
        guard tokens.first(where: { !$0.hasPrefix("@") })?.lowercased() == "export",
            let sign = tokens.firstIndex(where: { $0.hasPrefix(">") })
        else { return nil }
        let rest = [String(tokens[sign].dropFirst())] + tokens[(sign + 1)...]
        let names = rest.filter { !$0.isEmpty }
        guard names.count == 1 else {
            throw ShellFailure(.usage, "one file comes last: export KIND > FILE.")
        }
        request = tokens[..<sign].joined(separator: " ")
        path = RequestQuoting.unquoted(names[0])
    }

    /// Makes the file, which must be new, and takes it away again where nothing went into it.
    func withSink<Result: Sendable>(
        _ body: (Sink) async throws -> Result
    ) async throws -> Result {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, Self.ownerOnly)
        guard file >= 0 else { throw unwritable(errno) }
        defer {
            if lseek(file, 0, SEEK_END) == 0 { unlink(path) }
            close(file)
        }
        return try await body(Sink { FileBytes.write($0, to: file) })
    }

    private func unwritable(_ error: Int32) -> ShellFailure {
        let name = PlainText.of(path)
        return ShellFailure(
            .usage,
            error == EEXIST
                ? "\(name) is there already. Name another file, or take it away first."
                : "cannot write \(name): \(String(cString: strerror(error))).")
    }
}
