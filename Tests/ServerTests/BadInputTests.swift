import AdminProtocol
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(2))) struct BadInputTests {
    static let bad: [(bytes: [UInt8], code: String)] = [
        (Array(repeating: 0x61, count: ProtocolLimits.maxLine), "line-too-long"),
        (Array(repeating: 0x61, count: 3 * ProtocolLimits.maxLine), "line-too-long"),
        ([0x70, 0x00, 0x69], "control-character"),
        ([0x00, 0x00, 0x00], "control-character"),
        ([0x65, 0x1B, 0x5B], "control-character"),
        ([0x65, 0x20, 0xC3, 0x28], "not-utf8"),
        ([0xFF, 0xFE], "not-utf8"),
        (Array("echo \"unclosed".utf8), "syntax"),
        (Array("\"quoted\" first".utf8), "syntax"),
        ([], "syntax"),
        (Array("frobnicate".utf8), "unknown-command"),
    ]

    @Test(arguments: bad.indices)
    func isRefusedAndTheSessionGoesOn(_ index: Int) async throws {
        let (bytes, code) = Self.bad[index]
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send(bytes + [0x0A] + Array("@next ping\n".utf8))
            let reply = try #require(try await client.line())
            #expect(reply.hasPrefix("BAD \(code) "))
            #expect(reply.contains("message="))
            #expect(try await client.line() == "@next OK")
        }
    }

    @Test func errorsCarryTheTag() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send("@t echo \"open\n@u frobnicate\n@v \u{1}\n")
            let lines = try await client.lines(3)
            #expect(lines[0].hasPrefix("@t BAD syntax "))
            #expect(lines[1].hasPrefix("@u BAD unknown-command "))
            #expect(lines[2].hasPrefix("@v BAD control-character "))
        }
    }

    @Test func everySplitOfALineIsTheSameLine() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            for byte in "@a echo \"Zoë\"\r\n".utf8 {
                try await client.send([byte])
                try await Task.sleep(for: .milliseconds(2))
            }
            #expect(try await client.lines(2) == ["@a * echo text=\"Zoë\"", "@a OK"])
        }
    }

    @Test(arguments: ["\u{1}\n", "echo \"\n", "bad\n"])
    func tooManyErrorsEndTheSession(_ line: String) async throws {
        try await TestServer.run { server in
            let client = try await server.client(tcp: true)
            try await client.send(String(repeating: line, count: 300))
            let lines = try await client.linesToEnd()
            #expect(lines.count == 201)
            #expect(lines.dropLast().allSatisfy { $0.hasPrefix("BAD ") })
            #expect(lines.last?.hasPrefix("BYE too-many-errors ") == true)
            #expect(try await server.settles(at: 0))
        }
    }

    @Test(arguments: ["ping", "no"])
    func aGoodAnswerResetsTheCount(_ between: String) async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            let run = String(repeating: "bad\n", count: 199) + between + "\n"
            try await client.send(run + run + run)
            #expect(try await client.lines(600).count == 600)
            try await client.send("@end ping\n")
            #expect(try await client.line() == "@end OK")
        }
    }

    @Test func refusalsNeverCount() async throws {
        try await TestServer.run { server in
            let client = try await server.client()
            try await client.send(String(repeating: "no\n", count: 500) + "@end ping\n")
            let lines = try await client.lines(501)
            #expect(lines.last == "@end OK")
        }
    }
}
