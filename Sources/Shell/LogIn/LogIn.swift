package import Credentials

/// Who to be on each connection, and how to prove it.
package struct LogIn: Sendable {
    package enum Proof: Sendable {
        /// By SCRAM-SHA-256: the password is not sent, and a server that does not know it is found
        /// out.
        case password(PreparedPassword, of: String)
        case token(AccessToken)
    }

    private let proof: Proof

    package init(_ proof: Proof) {
        self.proof = proof
    }

    /// Logs in. To be done while the session speaks text.
    ///
    /// - Throws: `ShellFailure.logInRefused` where the server, or we, will not go on.
    package func perform(in conversation: inout Conversation) async throws {
        switch proof {
        case .token(let token):
            try await Self.begin("auth token", in: &conversation)
            try await Self.end(token.text, in: &conversation)
        case .password(let password, let name):
            try await Self.prove(password, of: name, in: &conversation)
        }
    }

    private static func prove(
        _ password: PreparedPassword, of name: String, in conversation: inout Conversation
    ) async throws {
        try await begin("auth scram-sha-256", in: &conversation)
        var client = ScramClient(name: name, password: password)
        var message = client.first
        while true {
            let turn = try await conversation.ask(Base64.encode(message.utf8))
            guard case .wantsMore(let prompt) = turn else {
                return try finish(turn, isProven: false)
            }
            let challenge = Base64.decode(prompt).map { String(decoding: $0, as: UTF8.self) }
            switch client.receive(challenge ?? "") {
            case .send(let next): message = next
            case .succeed: return try await end("", in: &conversation)
            case .fail:
                _ = try? await conversation.ask("*")
                throw ShellFailure(
                    .logInRefused,
                    "the server did not show that it knows the password. It may be another one "
                        + "than you think: nothing was told to it. Look where you connect to.")
            }
        }
    }

    private static func begin(
        _ request: String, in conversation: inout Conversation
    ) async throws {
        let turn = try await conversation.ask(request)
        if case .final = turn { try finish(turn, isProven: false) }
    }

    private static func end(_ answer: String, in conversation: inout Conversation) async throws {
        let turn = try await conversation.ask(answer)
        try finish(turn, isProven: true)
    }

    /// - Parameter isProven: Whether an `OK` is to be believed: not before the server has shown
    ///   that it knows the password too.
    private static func finish(_ turn: Conversation.Turn, isProven: Bool) throws(ShellFailure) {
        guard case .final(let outcome) = turn, outcome.status == .ok, isProven else {
            var said = "it ended the log-in too early"
            if case .final(let outcome) = turn { said = outcome.sentence }
            throw ShellFailure(.logInRefused, "the log-in was refused: \(said)")
        }
    }
}
