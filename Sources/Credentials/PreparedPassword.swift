import Foundation

/// A password in the one spelling in which it is compared: SASLprep (RFC 4013) as a stored string.
///
/// Two keyboards may write the same sign in different code points. The form is NFKC, with spaces of
/// all kinds made one and invisible signs left out. What SASLprep refuses is refused here too,
/// where PostgreSQL takes the bytes as they are: then every client, however strict, can log in with
/// every password that was ever set.
package struct PreparedPassword: Sendable, Equatable {
    let utf8: [UInt8]

    /// The longest that is taken, in bytes of UTF-8.
    package static let maxLength = 1_024

    /// - Throws: `PasswordFault`.
    package init(_ text: String) throws(PasswordFault) {
        guard text.utf8.count <= Self.maxLength else { throw .tooLong }
        var mapped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if Stringprep.isSpace(scalar) {
                mapped.append(" ")
            } else if !Stringprep.mapsToNothing(scalar) {
                mapped.append(scalar)
            }
        }
        let normal = String(mapped).precomposedStringWithCompatibilityMapping
        guard !normal.isEmpty else { throw .empty }
        guard normal.unicodeScalars.allSatisfy(Stringprep.isAllowed) else { throw .prohibited }
        guard Stringprep.keepsDirection(normal.unicodeScalars) else { throw .mixedDirections }
        utf8 = Array(normal.utf8)
    }
}

/// Why a text cannot be a password.
package enum PasswordFault: Error, Sendable, Equatable {
    case empty
    case tooLong
    /// A control character, or one that Unicode 3.2 has not or that SASLprep prohibits.
    case prohibited
    /// It begins or ends in one direction of writing and holds the other.
    case mixedDirections
}
