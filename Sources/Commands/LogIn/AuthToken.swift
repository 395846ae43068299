import AdminProtocol
import Credentials
import Registry
import Store

struct AuthToken: SessionCommand {
    static let spec = CommandSpec(
        ["auth", "token"], "Logs in with a token, as it is or in base64.",
        arguments: [SaslExchange.response], example: "auth token")
    static let audience = Set<AccountRole>.everybody

    private let response: String?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        response = request.optionalText("response")
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        var exchange = try SaslExchange(response, context)
        let shown = try await exchange.ask("")
        try await surroundings.logIns.begin(Self.everyToken, from: surroundings.place)
        guard
            let token = AccessToken(shown)
                ?? SaslExchange.decode(shown).flatMap({ AccessToken($0) }),
            let account = try await Self.account(of: token, surroundings)
        else { throw SaslExchange.refused }
        surroundings.logIns.succeed(Self.everyToken, from: surroundings.place)
        return Reply(loggedIn: account)
    }

    /// Under what tokens are counted: no name of an account is empty, and no token names one.
    private static let everyToken = ""

    private static func account(
        of token: AccessToken, _ surroundings: Surroundings
    ) async throws -> Account? {
        let today = surroundings.today()
        return try await surroundings.store.read { snapshot in
            guard let id = try await snapshot.token(hash: token.hash),
                let row = try await snapshot.tokens([id]).first
            else { return nil }
            return try await snapshot.account(
                of: LogIn(account: row.account, token: id), on: today)
        }
    }
}
