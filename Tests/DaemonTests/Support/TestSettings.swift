import Foundation
import Synchronization
import Testing

@testable import Daemon

/// Reads settings as root in the folder /here would.
enum TestSettings {
    static func read(
        _ arguments: [String], _ environment: [String: String]
    ) throws -> EffectiveSettings {
        let invocation = try Invocation(arguments: arguments, facts: facts(environment))
        guard case .run(let effective) = invocation else {
            throw SettingsError(["it should run"])
        }
        return effective
    }

    /// What is wrong with settings; empty where nothing is.
    static func faults(_ arguments: [String], _ environment: [String: String]) throws -> [String] {
        do {
            _ = try Invocation(arguments: arguments, facts: facts(environment))
            return []
        } catch {
            return error.faults
        }
    }

    struct Run {
        var output: String
        var complaints: String
        var ending: DaemonExit
    }

    /// Runs the whole daemon with what was printed kept; for command lines that end by themselves.
    static func main(_ arguments: [String], _ environment: [String: String]) async -> Run {
        let output = TextBox()
        let complaints = TextBox()
        let ending = await DaemonMain(
            output: { output.append($0) }, complaints: { complaints.append($0) }
        )
        .run(arguments: arguments, environment: environment)
        return Run(output: output.text, complaints: complaints.text, ending: ending)
    }

    private static func facts(_ environment: [String: String]) -> ProcessFacts {
        ProcessFacts(userID: 0, environment: environment, workingFolder: "/here")
    }
}

/// Text that several tasks may add to.
final class TextBox: Sendable {
    private let box = Mutex("")

    var text: String { box.withLock { $0 } }

    func append(_ more: String) { box.withLock { $0 += more } }
}

/// A file that goes when the value does.
final class TemporaryFile: Sendable {
    let path: String

    init(_ text: String) throws {
        path = "/tmp/licentia-settings-\(UUID().uuidString).json"
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
