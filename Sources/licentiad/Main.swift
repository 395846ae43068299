import Daemon
import Foundation

/// The executable `licentiad`: everything it does is in the room `Daemon`, where it can be tested.
@main
struct Main {
    static func main() async {
        let ending = await DaemonMain().run(
            arguments: Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment)
        exit(ending.rawValue)
    }
}
