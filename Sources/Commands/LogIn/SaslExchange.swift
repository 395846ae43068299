import AdminProtocol
import Credentials

/// The steps of a log-in: what both mechanisms share.
struct SaslExchange: Sendable {
    private let inbound: Inbound
    private var initial: String?

    static let response = ArgumentSpec(
        "response", .text, isSubject: true,
        "the client's first answer, which then is not asked for")

    /// - Throws: `Refusal` where the session has logged in already.
    init(_ response: String?, _ context: Context) throws(Refusal) {
        if context.account.logIn != nil {
            throw .conflict("this session is \(context.account.name)'s: open another one")
        }
        initial = response
        inbound = context.inbound
    }

    /// Sends a challenge and gives the client's answer as it came; for the first one, what the line
    /// itself holds.
    ///
    /// - Throws: `Refusal` where the client gives up, `CancellationError` where it has left.
    mutating func ask(_ challenge: String) async throws -> String {
        if let response = initial {
            initial = nil
            return response
        }
        try await inbound.ask(.challenge(Base64.encode(challenge.utf8)))
        guard let answer = try await inbound.nextLine() else { throw CancellationError() }
        if answer == "*" {
            throw Refusal.no(.authFailed, message: "given up; nobody has logged in")
        }
        return answer
    }

    /// The text in base64; nil where it is none.
    static func decode(_ answer: String) -> String? {
        Base64.decode(answer).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// One refusal for all that can be wrong: who is there, and what is not right, is nobody's
    /// business.
    static let refused = Refusal.no(
        .authFailed,
        message: "that does not log in: the name, the password or the token is wrong, or is no "
            + "longer good; an operator can tell")
}
