import AdminProtocol
import Glibc
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct ListenerTests {
    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "fe80::1", "::ffff:192.0.2.1"])
    func reachableAddressesAreRefused(_ host: String) async throws {
        let error = await failure(of: .tcp(host: host, port: 0))
        #expect(error?.code == .notLoopback)
        #expect(error?.message.contains("TLS") == true)
    }

    @Test(arguments: ["", "example.org", "127.0.0", "127.0.0.1 "])
    func namesAreRefused(_ host: String) async throws {
        #expect(await failure(of: .tcp(host: host, port: 0))?.code == .badAddress)
    }

    @Test(arguments: [-1, 65_536, Int.max])
    func badPortsAreRefused(_ port: Int) async throws {
        #expect(await failure(of: .tcp(host: "127.0.0.1", port: port))?.code == .badAddress)
    }

    @Test(arguments: ["127.0.0.1", "127.0.0.2", "::1", "localhost", "LOCALHOST"])
    func loopbackIsTaken(_ host: String) throws {
        try Listener.tcp(host: host, port: 7_432).validate()
    }

    @Test func badPathsAreRefused() async throws {
        let long = "/tmp/" + String(repeating: "x", count: 104)
        #expect(await failure(of: .unix(path: long))?.code == .pathTooLong)
        #expect(await failure(of: .unix(path: ""))?.code == .badAddress)
        #expect(
            await failure(of: .unix(path: "/tmp/no-such-folder/s.sock"))?.code == .system(ENOENT))
        try Listener.unix(path: String(long.dropLast(2))).validate()
    }

    @Test func noListenersAreRefused() async throws {
        #expect(await failure(of: [])?.code == .noListeners)
    }

    @Test func aPortInUseIsRefused() async throws {
        try await TestServer.run { server in
            let error = await failure(of: .tcp(host: "127.0.0.1", port: server.port))
            #expect(error?.code == .system(EADDRINUSE))
        }
    }

    @Test func theSocketIsForOwnerAndGroup() async throws {
        try await TestServer.run { server in
            var status = stat()
            #expect(lstat(server.path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o660)
        }
    }

    @Test func aSocketInUseIsRefusedAndStaysServed() async throws {
        try await TestServer.run { server in
            #expect(await failure(of: .unix(path: server.path))?.code == .socketInUse)
            let client = try await server.client()
            try await client.send("ping\n")
            #expect(try await client.line() == "OK")
        }
    }

    @Test func aStaleSocketIsReplaced() async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/s.sock"
        let stale = try UnixSocket.bind(to: path, mode: 0o600)
        close(stale.descriptor)
        let claimed = try await UnixSocket.claim(path, mode: 0o660, backlog: 1)
        _ = try TestClient.connect(path: path)
        // The one whose socket was replaced must not remove its successor's.
        stale.remove()
        #expect(access(path, F_OK) == 0)
        claimed.remove()
        #expect(access(path, F_OK) != 0)
        close(claimed.descriptor)
    }

    @Test func ofManyClaimsOneSucceeds() async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/s.sock"
        close(try UnixSocket.bind(to: path, mode: 0o600).descriptor)
        let claimed = await withTaskGroup(of: Int32?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try? await UnixSocket.claim(path, mode: 0o660, backlog: 64).descriptor
                }
            }
            return await group.reduce(into: [Int32]()) { if let one = $1 { $0.append(one) } }
        }
        #expect(claimed.count == 1)
        for descriptor in claimed { close(descriptor) }
    }

    @Test func aFileThatIsNoSocketIsLeftAlone() async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/plain"
        close(open(path, O_CREAT | O_WRONLY, 0o600))
        #expect(await failure(of: .unix(path: path))?.code == .notASocket)
        #expect(access(path, F_OK) == 0)
    }

    @Test func oneListenerThatFailsClosesTheOthers() async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = folder.path + "/s.sock"
        try await TestServer.run { server in
            let taken = Listener.tcp(host: "127.0.0.1", port: server.port)
            #expect(await failure(of: [.unix(path: path), taken])?.code == .system(EADDRINUSE))
            #expect(access(path, F_OK) != 0)
        }
    }

    /// What a server that must not start says.
    private func failure(of listener: Listener) async -> ServerError? {
        await failure(of: [listener])
    }

    private func failure(of listeners: [Listener]) async -> ServerError? {
        let server = AdminServer(
            listeners: listeners, greeting: { _ in DataLine("licentia") },
            respond: TestServer.respond, logger: .silent)
        do {
            try await server.run()
            return nil
        } catch {
            return error as? ServerError
        }
    }
}
