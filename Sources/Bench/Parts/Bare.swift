import Foundation
import Processes

/// The bare server in a process of its own: this program, called anew.
struct Bare: Sendable {
    private static let pause: Duration = .milliseconds(20)
    private static let tries = 500
    private static let stopLimit: Duration = .seconds(10)

    let process: ChildProcess
    let socket: String

    static func start(in folder: String, replies: EchoReplies) async throws -> Bare {
        let file = "\(folder)/echo.replies"
        let socket = "\(folder)/echo.sock"
        try replies.write(to: file)
        try? FileManager.default.removeItem(atPath: socket)
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let bare = Bare(
            process: try ChildProcess.spawn(
                ProgramCall(
                    program, ["echo", "--socket", socket, "--replies", file],
                    output: "\(folder)/echo.log")),
            socket: socket)
        for _ in 0..<tries where !FileManager.default.fileExists(atPath: socket) {
            if let status = await bare.process.ended(within: pause) {
                throw BenchError("The bare server ended with \(status).")
            }
        }
        return bare
    }

    func stop() async {
        process.signal(SIGTERM)
        if await process.ended(within: Self.stopLimit) == nil { process.signal(SIGKILL) }
        _ = await process.ended()
    }
}
