import AdminProtocol
import Testing

@testable import Daemon

@Suite struct GreetingTests {
    @Test func itIsTheLineOfTheContract() {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(Greeting.line, tag: nil, into: &bytes)
        let line =
            "* licentia version=0.1.0 protocol=1 auth=external formats=text,json max-line=65536\n"
        #expect(String(decoding: bytes, as: UTF8.self) == line)
    }
}
