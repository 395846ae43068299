import Foundation

/// A secret that logs in by itself: 256 random bits, shown once and kept as a hash.
///
/// Written `lic_` and 43 letters, digits, hyphens and underscores (RFC 4648, section 5), so that a
/// token that strayed into a file is recognised. A hash without salt is enough: nobody guesses it.
package struct AccessToken: Sendable, Equatable {
    package let text: String

    package static let prefix = "lic_"
    private static let length = 32

    /// A new one.
    package init() {
        text = Self.prefix + Self.letters(RandomBytes.make(Self.length))
    }

    /// One that somebody shows; nil where it is not of the form.
    package init?(_ text: some StringProtocol) {
        let letters = text.dropFirst(Self.prefix.count)
        guard text.hasPrefix(Self.prefix), letters.utf8.count == 43,
            letters.utf8.allSatisfy({ $0.isTokenLetter })
        else { return nil }
        self.text = String(text)
    }

    /// SHA-256 of the text: what is kept.
    package var hash: [UInt8] { ScramKeys.hash(Array(text.utf8)) }

    private static func letters(_ bytes: [UInt8]) -> String {
        Base64.encode(bytes).replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

extension UInt8 {
    fileprivate var isTokenLetter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
