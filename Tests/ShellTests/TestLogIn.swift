import AdminProtocol
import Credentials
import Server

/// The log-in of the test server: `ann` has the password `p€ncil`, and there is one token. `liar`
/// is let in by a server that knows no password, `mute` hears nothing.
enum TestLogIn {
    static let password = "p€ncil"
    static let token = AccessToken()

    static func byPassword(_ exchange: Exchange) async throws -> Answer {
        var server = ScramServer()
        let first = try await ask("", exchange)
        guard case .lookUp(let name) = server.receive(text(first)) else { return refused }
        if name == "liar" { return Answer(.ok, identity: name) }
        let known = name == "ann" ? password : "another"
        let verifier = ScramVerifier(of: try PreparedPassword(known))
        guard let challenge = server.challenge(verifier) else { return refused }
        let proof = try await ask(name == "mute" ? "r=x,s=eA==,i=1" : challenge, exchange)
        guard case .succeed(let signature) = server.receive(text(proof)) else { return refused }
        _ = try await ask(signature, exchange)
        return Answer(.ok, identity: name)
    }

    static func byToken(_ exchange: Exchange) async throws -> Answer {
        let shown = try await ask("", exchange)
        return shown == token.text ? Answer(.ok, identity: "token") : refused
    }

    private static let refused = Answer(.no(.authFailed, message: "Name or password is wrong."))

    private static func ask(_ challenge: String, _ exchange: Exchange) async throws -> String {
        try exchange.continueWith(.challenge(Base64.encode(challenge.utf8)))
        return try await exchange.nextLine() ?? "*"
    }

    private static func text(_ answer: String) -> String {
        String(decoding: Base64.decode(answer) ?? [], as: UTF8.self)
    }
}
