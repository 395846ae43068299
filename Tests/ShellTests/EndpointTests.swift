import Shell
import Testing

struct EndpointTests {
    @Test(arguments: [
        ("localhost:7432", "localhost", 7432), ("localhost", "localhost", 7432),
        ("[::1]:80", "::1", 80),
        ("::1", "::1", 7432), ("[::1]", "::1", 7432), ("127.0.0.1:1", "127.0.0.1", 1),
    ])
    func hosts(text: String, host: String, port: Int) {
        #expect(Endpoint(hostAndPort: text) == .tcp(host: host, port: port))
    }

    @Test(arguments: [
        "", ":80", "a:", "a:0", "a:65536", "a:x", "a:-1", "[::1", "[]:80", "[::1]x", "a b:80",
    ])
    func noHosts(text: String) {
        #expect(Endpoint(hostAndPort: text) == nil)
    }

    @Test func theSocketThatIsTried() {
        let system = "/var/lib/licentia/run/licentiad.sock"
        var here = Surroundings(environment: ["HOME": "/home/ann"])
        #expect(
            Endpoint.standard(in: here)
                == .unix(path: "/home/ann/.local/state/licentia/run/licentiad.sock"))
        here.environment["XDG_STATE_HOME"] = "/state"
        #expect(Endpoint.standard(in: here) == .unix(path: "/state/licentia/run/licentiad.sock"))
        here.environment["XDG_STATE_HOME"] = "relative"
        #expect(
            Endpoint.standard(in: here)
                == .unix(path: "/home/ann/.local/state/licentia/run/licentiad.sock"))
        here.exists = { $0 == system }
        #expect(Endpoint.standard(in: here) == .unix(path: system))
        here.exists = { _ in false }
        here.isRoot = true
        #expect(Endpoint.standard(in: here) == .unix(path: system))
        here.environment["LICENTIA_SOCKET"] = "/my.sock"
        #expect(Endpoint.standard(in: here) == .unix(path: "/my.sock"))
    }

    @Test func colour() {
        var here = Surroundings(environment: [:], outputIsTerminal: true)
        #expect(here.wantsColour)
        here.environment = ["NO_COLOR": ""]
        #expect(here.wantsColour)
        here.environment = ["NO_COLOR": "1"]
        #expect(!here.wantsColour)
        here = Surroundings(outputIsTerminal: false)
        #expect(!here.wantsColour)
    }
}
