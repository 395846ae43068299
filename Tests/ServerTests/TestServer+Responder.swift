import AdminProtocol

@testable import Server

extension TestServer {
    /// A small language for tests: each command does one thing that a session must cope with.
    static let respond: Responder = { line, exchange in
        let argument = line.tokens.dropFirst().first?.value ?? ""
        switch line.tokens.first?.value {
        case "ping": return Answer(.ok)
        case "echo":
            try? await exchange.send(DataLine("echo", [Field("text", .text(argument))]))
            return Answer(.ok)
        case "sleep":
            try? await Task.sleep(for: .milliseconds(Int(argument) ?? 0))
            return Answer(.ok)
        case "big": return await big(Int(argument) ?? 0, exchange)
        case "no": return Answer(.no(.notFound, message: "There is none."))
        case "bad": return Answer(ProtocolError(.unknownCommand, tag: line.tag).final)
        case "who":
            try? await exchange.send(who(exchange))
            return Answer(.ok)
        case "format":
            return Answer(.ok, format: ReplyFormat(rawValue: argument))
        case "quit":
            return Answer(.bye(code: .logout, message: "Goodbye."), closes: true)
        default: return Answer(ProtocolError(.unknownCommand).final)
        }
    }

    /// Sends `count` lines of a thousand bytes.
    private static func big(_ count: Int, _ exchange: Exchange) async -> Answer {
        let text = String(repeating: "x", count: 1_000)
        for _ in 0..<count {
            do {
                try await exchange.send(DataLine("big", [Field("text", .text(text))]))
            } catch {
                return Answer(.no(.internal, message: "The client is gone."))
            }
        }
        return Answer(.ok)
    }

    private static func who(_ exchange: Exchange) -> DataLine {
        var line = DataLine("who", [Field("request", .word(exchange.requestID))])
        switch exchange.peer.origin {
        case .unix(let uid, let pid):
            line.add("uid", integer: uid)
            line.add("pid", integer: pid)
        case .tcp(let address):
            line.add("address", text: address)
        }
        line.add("sessions", integer: exchange.liveSessions)
        return line
    }
}
