import AdminProtocol
import Glibc
import Logging
import ServiceLifecycle

@testable import Server

/// A running server with a Unix socket and a TCP port of its own.
struct TestServer: Sendable {
    let server: AdminServer
    let path: String
    let port: Int
    let group: ServiceGroup

    /// Runs `body` against a fresh server, then shuts it down gracefully and waits for its end.
    static func run(
        _ limits: ServerLimits = .quick, respond: @escaping Responder = TestServer.respond,
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/s.sock"
        let (ready, tell) = AsyncStream.makeStream(of: [Listener].self)
        let server = AdminServer(
            listeners: [.unix(path: path), .tcp(host: "127.0.0.1", port: 0)],
            greeting: { _ in DataLine("licentia", [Field("protocol", .integer(1))]) },
            limits: limits, respond: respond, onReady: { tell.yield($0) }, logger: .silent)
        let group = ServiceGroup(services: [server], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { tell.finish() }
                try await group.run()
            }
            for await open in ready.prefix(1) {
                guard case .tcp(_, let port) = open.last else { continue }
                let running = TestServer(server: server, path: path, port: port, group: group)
                do {
                    try await body(running)
                } catch {
                    tasks.cancelAll()
                    throw error
                }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// A client that has read its greeting.
    func client(tcp: Bool = false) async throws -> TestClient {
        let client = try tcp ? TestClient.connect(port: port) : TestClient.connect(path: path)
        _ = try await client.lines(2)
        return client
    }

    func shutDown() async {
        await group.triggerGracefulShutdown()
    }

    /// Waits until the number of open sessions is `count`.
    func settles(at count: Int) async throws -> Bool {
        for _ in 0..<2_000 {
            if server.liveSessions == count { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}

extension ServerLimits {
    /// The defaults, with a short end.
    static var quick: ServerLimits {
        var limits = ServerLimits()
        limits.linger = .milliseconds(200)
        limits.shutdownGrace = .seconds(5)
        return limits
    }

    func with(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = self
        change(&limits)
        return limits
    }
}

extension Logger {
    static var silent: Logger {
        Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    }
}

/// A folder that is gone after the test.
struct TestFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/licentia-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ServerError.system("mkdtemp", errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() {
        for name in ["s.sock", "plain"] { unlink(path + "/" + name) }
        rmdir(path)
    }
}
