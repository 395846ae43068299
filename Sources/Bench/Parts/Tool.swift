import Foundation
import Processes

/// A program that is run to its end, and what it wrote.
struct Tool: Sendable {
    let path: String
    /// Where what it writes is kept while it runs.
    let folder: String

    /// - Throws: `BenchError` with the end of what it wrote, where it ends otherwise than well.
    @discardableResult
    func run(_ arguments: [String]) async throws -> String {
        let output = "\(folder)/output.\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        try await run(arguments, output: output)
        return try String(contentsOfFile: output, encoding: .utf8)
    }

    /// The same, with a file that takes what it writes, and stays.
    func run(_ arguments: [String], output: String) async throws {
        try Interruption.check()
        let child = try ChildProcess.spawn(ProgramCall(path, arguments, output: output))
        let status = try await Interruption.end(of: child)
        guard status.isSuccess else {
            let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            throw BenchError(
                "\(path) \(arguments.joined(separator: " ")): \(status)\n"
                    + text.suffix(2_000))
        }
    }
}
