import AdminProtocol
import Server
import Testing

@testable import Daemon

@Suite struct GreetingTests {
    private static let unix = Peer.Origin.unix(uid: 0, pid: 1)
    private static let tcp = Peer.Origin.tcp(address: "127.0.0.1:5")

    @Test(arguments: [
        (unix, "external,scram-sha-256,token"), (tcp, "scram-sha-256,token"),
    ])
    func itIsTheLineOfTheContract(_ origin: Peer.Origin, _ auth: String) {
        var bytes: [UInt8] = []
        let greeting = Greeting.line(for: Peer(origin: origin, session: 1))
        ReplyEncoder(format: .text).encode(greeting, tag: nil, into: &bytes)
        let line =
            "* licentia version=0.1.0 protocol=1 auth=\(auth) formats=text,json max-line=65536\n"
        #expect(String(decoding: bytes, as: UTF8.self) == line)
    }
}
