import AdminProtocol
import Testing

@testable import Server

/// What the tests of blocks, answers and streams ask of a server.
enum InboundResponder {
    /// - `size [LIMIT]` asks for a block and tells its bytes;
    /// - `text` asks for a block and gives it back;
    /// - `refuse` asks for a block and reads none of it;
    /// - `chatter N` answers each piece of a block with N lines of a thousand bytes;
    /// - `login` asks twice for an answer and gives the session an identity;
    /// - `whose` tells that identity;
    /// - `stream` sends lines until the client speaks.
    static let respond: Responder = { line, exchange in
        let argument = line.tokens.dropFirst().first.flatMap { Int($0.value) }
        do {
            switch line.tokens.first?.value {
            case "size": return try await size(exchange, argument ?? ProtocolLimits.maxBlock)
            case "text": return try await text(exchange)
            case "refuse":
                _ = try await exchange.block("send")
                return Answer(.no(.conflict, message: "Not wanted."))
            case "chatter": return try await chatter(exchange, argument ?? 1)
            case "login": return try await logIn(exchange)
            case "whose": return Answer(.ok([Field("is", .text(name(exchange)))]))
            case "stream": return try await stream(exchange)
            default: return await TestServer.respond(line, exchange)
            }
        } catch {
            return Answer(.no(.busy, message: "\(error)"))
        }
    }

    private static func size(_ exchange: Exchange, _ limit: Int) async throws -> Answer {
        var size = 0
        for try await piece in try await exchange.block("send", limit: limit) {
            #expect(!piece.isEmpty)
            size += piece.count
        }
        return Answer(.ok([Field("size", .integer(size))]))
    }

    private static func text(_ exchange: Exchange) async throws -> Answer {
        var content: [UInt8] = []
        for try await piece in try await exchange.block("send") { content += piece }
        return Answer(.ok([Field("text", .text(String(decoding: content, as: UTF8.self)))]))
    }

    private static func chatter(_ exchange: Exchange, _ count: Int) async throws -> Answer {
        let text = String(repeating: "x", count: 1_000)
        var sent = 0
        for try await _ in try await exchange.block("send") {
            for _ in 0..<count {
                try await exchange.send(DataLine("big", [Field("text", .text(text))]))
                sent += 1
            }
        }
        return Answer(.ok([Field("sent", .integer(sent))]))
    }

    private static func logIn(_ exchange: Exchange) async throws -> Answer {
        try exchange.continueWith(.challenge("bmFtZQ=="))
        guard let name = try await exchange.nextLine() else { return gone }
        try exchange.continueWith(.challenge("cGFzcw=="))
        guard let pass = try await exchange.nextLine() else { return gone }
        return Answer(.ok, identity: "\(name):\(pass)")
    }

    private static let gone = Answer(.no(.authFailed, message: "No answer came."))

    private static func name(_ exchange: Exchange) -> String {
        exchange.identity as? String ?? "nobody"
    }

    private static func stream(_ exchange: Exchange) async throws -> Answer {
        try await exchange.untilNextLine {
            var number = 0
            while true {
                number += 1
                try await exchange.send(DataLine("beat", [Field("number", .integer(number))]))
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        return Answer(.ok)
    }
}
