import Crypto
import Foundation

/// The keys that a password gives (RFC 5802, section 3), with SHA-256 (RFC 7677).
struct ScramKeys: Sendable {
    let clientKey: [UInt8]
    let storedKey: [UInt8]
    let serverKey: [UInt8]

    init(_ password: PreparedPassword, salt: [UInt8], iterations: Int) {
        let salted = Self.salted(password.utf8, salt: salt, iterations: iterations)
        clientKey = Self.hmac(salted, Array("Client Key".utf8))
        storedKey = Self.hash(clientKey)
        serverKey = Self.hmac(salted, Array("Server Key".utf8))
    }

    static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    static func hmac(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    }

    static func xor(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        zip(left, right).map { $0 ^ $1 }
    }

    /// `Hi` of the RFC: PBKDF2 with HMAC, one block long.
    private static func salted(
        _ password: [UInt8], salt: [UInt8], iterations: Int
    ) -> [UInt8] {
        let key = SymmetricKey(data: password)
        var last = Data(HMAC<SHA256>.authenticationCode(for: salt + [0, 0, 0, 1], using: key))
        var result = Array(last)
        for _ in 1..<max(1, iterations) {
            last = Data(HMAC<SHA256>.authenticationCode(for: last, using: key))
            for (index, byte) in last.enumerated() { result[index] ^= byte }
        }
        return result
    }
}
