/// The client's side of one SCRAM-SHA-256 exchange (RFC 5802, RFC 7677), without channel binding.
///
/// `first` is sent as it is; then each message of the server that goes in gives what to do next.
package struct ScramClient: Sendable {
    /// What is to be done after a message of the server.
    package enum Action: Sendable, Equatable {
        case send(String)
        /// The server knows the password too: the log-in is done once it says so.
        case succeed
        /// The server's words make no sense, ask for too little or too much, or show that it does
        /// not know the password: do not go on.
        case fail
    }

    private enum State {
        case greeting
        case proving(serverSignature: [UInt8])
        case over
    }

    private var state = State.greeting
    private let password: PreparedPassword
    private let nonce: String
    private let bare: String

    package init(name: String, password: PreparedPassword) {
        self.init(
            name: name, password: password,
            nonce: Base64.encode(RandomBytes.make(ScramLimits.nonceLength)))
    }

    init(name: String, password: PreparedPassword, nonce: String) {
        self.password = password
        self.nonce = nonce
        bare = "n=\(SaslName.encode(name)),r=\(nonce)"
    }

    /// The first message: who wants to log in.
    package var first: String { "\(Self.header)\(bare)" }

    /// No channel binding, and no acting for another.
    private static let header = "n,,"

    /// Takes a message of the server.
    package mutating func receive(_ message: String) -> Action {
        switch state {
        case .greeting: return prove(message)
        case .proving(let signature): return verify(message, signature)
        case .over: return .fail
        }
    }

    /// `r=nonce,s=salt,i=4096`.
    private mutating func prove(_ challenge: String) -> Action {
        guard let values = ScramAttributes(challenge)?.values("r", "s", "i"),
            values[0].hasPrefix(nonce), values[0] != nonce, ScramServer.isNonce(values[0]),
            let salt = Base64.decode(values[1]), !salt.isEmpty, let iterations = Int(values[2]),
            ScramLimits.acceptedIterations.contains(iterations)
        else { return fail() }
        let keys = ScramKeys(password, salt: salt, iterations: iterations)
        let final = "c=\(Base64.encode(Self.header.utf8)),r=\(values[0])"
        let proven = Array("\(bare),\(challenge),\(final)".utf8)
        let proof = ScramKeys.xor(keys.clientKey, ScramKeys.hmac(keys.storedKey, proven))
        state = .proving(serverSignature: ScramKeys.hmac(keys.serverKey, proven))
        return .send("\(final),p=\(Base64.encode(proof))")
    }

    /// `v=signature`, or `e=` and what went wrong.
    private mutating func verify(_ message: String, _ signature: [UInt8]) -> Action {
        guard let value = ScramAttributes(message)?.values("v")?.first,
            let given = Base64.decode(value), ConstantTime.equal(given, signature)
        else { return fail() }
        state = .over
        return .succeed
    }

    private mutating func fail() -> Action {
        state = .over
        return .fail
    }
}
