import Dispatch
import Glibc
import Processes
import Synchronization

/// Control-C, and what else asks the benchmark to end: programs that run are ended, whatever waits
/// for them fails, and everything is cleaned up on the way out.
enum Interruption {
    private struct State {
        var isInterrupted = false
        var tools: [Int32: ChildProcess] = [:]
    }

    private static let state = Mutex(State())

    /// Begins to listen. The sources are kept for as long as the process lives.
    static func observe() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { interrupt() }
            source.resume()
            return source
        }
    }

    static func check() throws {
        if state.withLock(\.isInterrupted) { throw BenchError("It was interrupted.") }
    }

    /// Waits for the end of a program, which an interruption brings about.
    static func end(of tool: ChildProcess) async throws -> ExitStatus {
        let isInterrupted = state.withLock { state in
            state.tools[tool.processID] = tool
            return state.isInterrupted
        }
        if isInterrupted { tool.signal(SIGTERM) }
        let status = await tool.ended()
        _ = state.withLock { $0.tools.removeValue(forKey: tool.processID) }
        try check()
        return status
    }

    private static func interrupt() {
        let tools = state.withLock { state in
            state.isInterrupted = true
            return Array(state.tools.values)
        }
        for tool in tools { tool.signal(SIGTERM) }
    }
}
