import AdminProtocol
import Glibc
import Logging
import ServiceLifecycle
import Server
import Testing

/// The real server room on a socket of its own, with a handful of commands behind it.
struct TestServer {
    /// Where it listens: a path, or `HOST:PORT`.
    let path: String

    /// A path that is short enough for a socket and is used once.
    static func freshPath() -> String {
        "/tmp/lsh-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
    }

    /// Does something while a server answers at the path.
    static func with<Result: Sendable>(
        path: String = freshPath(), _ body: @Sendable (TestServer) async throws -> Result
    ) async throws -> Result {
        defer { unlink(path) }
        return try await with(.unix(path: path), body)
    }

    /// Does something while a server answers there.
    static func with<Result: Sendable>(
        _ listener: Listener, _ body: @Sendable (TestServer) async throws -> Result
    ) async throws -> Result {
        let (ready, isReady) = AsyncStream.makeStream(of: Listener.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = AdminServer(
            listeners: [listener], greeting: { _ in greeting },
            respond: { await TestResponder.answer($0, $1) },
            onReady: { listeners in
                for listener in listeners { isReady.yield(listener) }
                isReady.finish()
            }, logger: logger)
        let services = ServiceGroup(services: [server], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isReady.finish() }
                try await services.run()
            }
            var open: [Listener] = []
            for await listener in ready { open.append(listener) }
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(TestServer(open.first))) } catch {
                outcome = .failure(error)
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return try outcome.get()
        }
    }

    private init(_ listener: Listener?) {
        switch listener {
        case .unix(let file, _): path = file
        case .tcp(let host, let port): path = "\(host):\(port)"
        case nil: path = ""
        }
    }

    private static var greeting: DataLine {
        DataLine("licentia", [Field("version", .word("9.9.9")), Field("protocol", .integer(1))])
    }
}
