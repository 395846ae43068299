import ArgumentParser
import Foundation

/// The whole of `licentia-bench`, from its arguments to its exit status.
package enum BenchRun {
    /// - Returns: 0 where everything was measured, 1 where something failed or was wrong.
    package static func main(arguments: [String]) async -> Int32 {
        do {
            var command = try BenchCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let error as BenchError {
            Progress.say(error.description)
            return 1
        } catch {
            let code = BenchCommand.exitCode(for: error)
            let text = BenchCommand.fullMessage(for: error)
            if code.isSuccess { print(text) } else { Progress.say(text) }
            return code.isSuccess ? 0 : 1
        }
    }
}

/// The command line.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licentia-bench",
        abstract: "Measures licentiad beside what it rests on. Called by deploy/bench.",
        subcommands: [RunCommand.self, QuickCommand.self, EchoCommand.self, GenerateCommand.self])
}
