/// What is kept of a password: enough to know it again, not enough to log in with.
///
/// Written as PostgreSQL writes it: `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey`, the three in
/// base64. Whoever has it can try passwords at home, so it is a secret all the same.
package struct ScramVerifier: Sendable, Hashable {
    package let iterations: Int
    let salt: [UInt8]
    let storedKey: [UInt8]
    let serverKey: [UInt8]

    private static let name = "SCRAM-SHA-256"

    /// Of a password that is being set, with a salt of its own.
    package init(of password: PreparedPassword, iterations: Int = ScramLimits.iterations) {
        self.init(of: password, salt: RandomBytes.make(ScramLimits.saltLength), iterations)
    }

    init(of password: PreparedPassword, salt: [UInt8], _ iterations: Int) {
        let keys = ScramKeys(password, salt: salt, iterations: iterations)
        self.iterations = iterations
        self.salt = salt
        storedKey = keys.storedKey
        serverKey = keys.serverKey
    }

    /// What an account that does not exist, or has no password, is asked for: the same salt each
    /// time, so that nobody can tell it from one that does. No password fits.
    ///
    /// - Parameter secret: of the registry, the same for all its daemons and for ever.
    package init(fakeFor name: String, secret: [UInt8], iterations: Int = ScramLimits.iterations) {
        self.iterations = iterations
        salt = Array(
            ScramKeys.hmac(secret, Array("salt \(name)".utf8)).prefix(ScramLimits.saltLength))
        storedKey = RandomBytes.make(ScramLimits.keyLength)
        serverKey = RandomBytes.make(ScramLimits.keyLength)
    }

    /// Reads what `text` writes; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.name else { return nil }
        let cost = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        let keys = parts[2].split(separator: ":", omittingEmptySubsequences: false)
        guard cost.count == 2, keys.count == 2, let iterations = Int(cost[0]),
            ScramLimits.acceptedIterations.contains(iterations),
            let salt = Base64.decode(cost[1]), !salt.isEmpty,
            let stored = Base64.decode(keys[0]), let server = Base64.decode(keys[1]),
            stored.count == ScramLimits.keyLength, server.count == ScramLimits.keyLength
        else { return nil }
        self.iterations = iterations
        self.salt = salt
        storedKey = stored
        serverKey = server
    }

    package var text: String {
        "\(Self.name)$\(iterations):\(Base64.encode(salt))"
            + "$\(Base64.encode(storedKey)):\(Base64.encode(serverKey))"
    }
}

/// What bounds a log-in.
package enum ScramLimits {
    /// How often a password is hashed, unless a setting says otherwise: the least that RFC 7677
    /// allows, and PostgreSQL's own. The client pays for it at each log-in, the server only where a
    /// password is set.
    package static let iterations = 4_096
    /// What a setting may ask for, and what a client agrees to: a server that asks for more would
    /// keep it busy for minutes.
    package static let acceptedIterations = 4_096...10_000_000
    static let saltLength = 16
    static let keyLength = 32
    static let nonceLength = 18
    /// The longest message of either side, in bytes.
    package static let maxMessage = 4_096
}
