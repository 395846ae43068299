/// The server's side of one SCRAM-SHA-256 exchange (RFC 5802, RFC 7677), without channel binding.
///
/// A value: each message of the client that goes in gives what to do next. It looks nobody up and
/// sends nothing.
package struct ScramServer: Sendable {
    /// What is to be done after a message.
    package enum Action: Sendable, Equatable {
        /// Look up what is kept for this name, and `challenge` with it.
        case lookUp(name: String)
        /// The password is right: send this, which shows the client that the server knows it too.
        case succeed(String)
        /// Refuse. Which of many things was wrong is nobody's business.
        case fail
    }

    private enum State {
        case waiting
        case named(header: String, clientFirst: String, clientNonce: String)
        case challenged(Challenge)
        case over
    }

    private struct Challenge {
        var verifier: ScramVerifier
        var header: String
        var clientFirst: String
        var serverFirst: String
        var nonce: String
    }

    private var state = State.waiting
    private let nonce: String

    package init() {
        self.init(nonce: Base64.encode(RandomBytes.make(ScramLimits.nonceLength)))
    }

    init(nonce: String) {
        self.nonce = nonce
    }

    /// Takes a message of the client.
    package mutating func receive(_ message: String) -> Action {
        switch state {
        case .waiting: return receive(first: message)
        case .challenged(let challenge): return receive(final: message, challenge)
        case .named, .over: return fail()
        }
    }

    /// The challenge for the one who was named, to be sent.
    package mutating func challenge(_ verifier: ScramVerifier) -> String? {
        guard case .named(let header, let clientFirst, let clientNonce) = state else { return nil }
        let nonce = clientNonce + nonce
        let message = "r=\(nonce),s=\(Base64.encode(verifier.salt)),i=\(verifier.iterations)"
        state = .challenged(
            Challenge(
                verifier: verifier, header: header, clientFirst: clientFirst,
                serverFirst: message, nonce: nonce))
        return message
    }

    /// `n,,n=user,r=nonce`. `y` in the place of `n` says that the client could bind to a channel
    /// and thinks that the server cannot, which is so. To act for another is not offered.
    private mutating func receive(first message: String) -> Action {
        let parts = message.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "n" || parts[0] == "y",
            let attributes = ScramAttributes(parts[2]),
            let values = attributes.values("n", "r"), let name = SaslName.decode(values[0]),
            Self.isNonce(values[1]), parts[1].isEmpty || parts[1] == "a=\(values[0])"
        else { return fail() }
        state = .named(
            header: "\(parts[0]),\(parts[1]),", clientFirst: String(parts[2]),
            clientNonce: values[1])
        return .lookUp(name: name)
    }

    /// `c=biws,r=nonce,p=proof`.
    private mutating func receive(final message: String, _ challenge: Challenge) -> Action {
        guard let attributes = ScramAttributes(message), let values = attributes.values("c", "r"),
            values[0] == Base64.encode(challenge.header.utf8), values[1] == challenge.nonce,
            attributes.count >= 3, let last = attributes.last, last.name == "p",
            let proof = Base64.decode(last.value), proof.count == ScramLimits.keyLength
        else { return fail() }
        let bare = message.dropLast(last.value.count + 3)
        let proven = Array("\(challenge.clientFirst),\(challenge.serverFirst),\(bare)".utf8)
        let verifier = challenge.verifier
        let clientKey = ScramKeys.xor(proof, ScramKeys.hmac(verifier.storedKey, proven))
        guard ConstantTime.equal(ScramKeys.hash(clientKey), verifier.storedKey) else {
            return fail()
        }
        state = .over
        return .succeed("v=\(Base64.encode(ScramKeys.hmac(verifier.serverKey, proven)))")
    }

    private mutating func fail() -> Action {
        state = .over
        return .fail
    }

    /// Printable ASCII without commas (RFC 5802, section 7).
    static func isNonce(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
