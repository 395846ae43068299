/// Text that is safe to write to a terminal, whoever wrote it.
///
/// A name in the registry may hold anything a client could send. Without this an escape
/// sequence in it could recolour, retitle or type into the terminal of the administrator.
package enum PlainText {
    /// The text without control characters; newline and tab become a space, so words stay apart.
    package static func of(_ text: some StringProtocol) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" {
                plain.append(" ")
            } else if !isUnsafe(scalar) {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// C0, DEL, C1, line and paragraph separators, and the marks that turn the direction of text,
    /// by which one value can be made to look like another.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
