import AdminProtocol
import Glibc
import Logging
import ServiceLifecycle
import Server
import Testing

/// The real server room on a socket of its own, with a handful of commands behind it.
struct TestServer {
    let path: String

    /// A path that is short enough for a socket and is used once.
    static func freshPath() -> String {
        "/tmp/lsh-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
    }

    /// Does something while a server answers at the path.
    static func with<Result: Sendable>(
        path: String = freshPath(), limits: ServerLimits = ServerLimits(),
        _ body: @Sendable (TestServer) async throws -> Result
    ) async throws -> Result {
        let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = AdminServer(
            listeners: [.unix(path: path)], greeting: { _ in greeting }, limits: limits,
            respond: { await TestResponder.answer($0, $1) },
            onReady: { _ in isReady.finish() }, logger: logger)
        let services = ServiceGroup(services: [server], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isReady.finish() }
                try await services.run()
            }
            for await _ in ready {}
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(TestServer(path: path))) } catch {
                outcome = .failure(error)
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            unlink(path)
            return try outcome.get()
        }
    }

    private static var greeting: DataLine {
        DataLine("licentia", [Field("version", .word("9.9.9")), Field("protocol", .integer(1))])
    }
}
