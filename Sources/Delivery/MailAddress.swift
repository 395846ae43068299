/// An address that may stand in a header and be given to a program: `local@domain` in ASCII,
/// without quoting, comments or anything that means something to either.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    private let text: String

    /// Bytes of an address (RFC 5321, section 4.5.3.1.3, without the brackets).
    private static let longest = 254
    private static let specials = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    /// nil for what is not of that form.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Self.longest,
            Self.isDotted(parts[0], { Self.isWord($0) || Self.specials.contains($0) }),
            Self.isDotted(parts[1], { Self.isWord($0) || $0 == UInt8(ascii: "-") }),
            text.utf8.first != UInt8(ascii: "-")
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// What follows the `@`.
    var domain: Substring {
        text[text.index(after: text.firstIndex(of: "@") ?? text.startIndex)...]
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return false
        }
    }

    /// Parts between dots, none of them empty.
    private static func isDotted(_ text: Substring, _ isSign: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isSign) }
    }
}
