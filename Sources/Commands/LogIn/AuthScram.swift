import AdminProtocol
import Credentials
import Registry
import Store

struct AuthScram: SessionCommand {
    static let spec = CommandSpec(
        ["auth", "scram-sha-256"],
        "Logs in with a password, which is not sent (RFC 5802, RFC 7677).",
        arguments: [SaslExchange.response], example: "auth scram-sha-256")
    static let audience = Set<AccountRole>.everybody

    private let response: String?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        response = request.optionalText("response")
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var exchange = try SaslExchange(response, context)
        var server = ScramServer()
        guard let first = SaslExchange.decode(try await exchange.ask("")),
            case .lookUp(let written) = server.receive(first)
        else { throw SaslExchange.refused }
        let name = written.lowercased()
        let kept = try await Self.kept(of: name, surroundings)
        guard let challenge = server.challenge(kept.verifier) else { throw SaslExchange.refused }
        let proof = try await exchange.ask(challenge)
        try await surroundings.logIns.begin(name, from: surroundings.place)
        guard let proof = SaslExchange.decode(proof),
            case .succeed(let signature) = server.receive(proof), let id = kept.account,
            let account = try await surroundings.store.read({ snapshot in
                try await snapshot.account(of: LogIn(account: id), on: context.today)
            })
        else { throw SaslExchange.refused }
        surroundings.logIns.succeed(name, from: surroundings.place)
        _ = try await exchange.ask(signature)
        return Reply(loggedIn: account)
    }

    /// What is kept of the password of this name; for one without, what looks the same.
    private static func kept(
        of name: String, _ surroundings: Surroundings
    ) async throws -> (account: AccountID?, verifier: ScramVerifier) {
        let today = surroundings.today()
        return try await surroundings.store.read { snapshot in
            let secret = try await snapshot.loginSecret()
            let fake = ScramVerifier(fakeFor: name, secret: secret)
            guard let id = try await snapshot.account(named: name),
                let row = try await snapshot.accounts([id], on: today).first, !row.isDisabled,
                let verifier = row.verifier.flatMap(ScramVerifier.init)
            else { return (nil, fake) }
            return (id, verifier)
        }
    }
}

extension Reply {
    /// The session works under this account from now on.
    init(loggedIn account: Account) {
        self.init()
        self.account = account
    }
}
