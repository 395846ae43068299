/// The tables of stringprep (RFC 3454) that SASLprep (RFC 4013) names, as far as Unicode itself
/// does not tell.
enum Stringprep {
    /// Table B.1: signs that are not seen, but for one that is a space in table C.1.2 too.
    static func mapsToNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x034F, 0x1806, 0x180B...0x180D, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F,
            0xFEFF:
            true
        default: false
        }
    }

    /// Table C.1.2: spaces other than the ASCII one.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00A0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Neither prohibited (RFC 4013, section 2.3) nor unassigned in Unicode 3.2 (section 2.5).
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age, (age.major, age.minor) <= (3, 2) else {
            return false
        }
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
            return false
        default: return !isSpace(scalar) && !isProhibited(scalar.value)
        }
    }

    /// What remains of the tables C.2.2 and C.4 to C.9.
    private static func isProhibited(_ value: UInt32) -> Bool {
        switch value {
        case 0x06DD, 0x070F, 0x180E, 0x200C, 0x200D, 0x2060...0x2063, 0x206A...0x206F, 0xFEFF,
            0xFFF9...0xFFFD, 0x1D173...0x1D17A, 0x2FF0...0x2FFB, 0x0340, 0x0341, 0x200E, 0x200F,
            0x202A...0x202E, 0xE0001, 0xE0020...0xE007F:
            true
        default: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
        }
    }

    /// RFC 3454, section 6: a text with a sign written from right to left has no letter written
    /// from left to right, and begins and ends with one from right to left.
    static func keepsDirection(_ text: String.UnicodeScalarView) -> Bool {
        guard text.contains(where: isRightToLeft) else { return true }
        guard let first = text.first, let last = text.last else { return true }
        return isRightToLeft(first) && isRightToLeft(last)
            && !text.contains { $0.properties.isAlphabetic && !isRightToLeft($0) }
    }

    /// Table D.1, with the gaps between letters of one script closed.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x05BE, 0x05C0, 0x05C3, 0x05D0...0x05EA, 0x05F0...0x05F4, 0x061B, 0x061F,
            0x0621...0x064A, 0x066D...0x066F, 0x0671...0x06D5, 0x06DD, 0x06E5...0x06E6,
            0x06FA...0x070D, 0x0710, 0x0712...0x072C, 0x0780...0x07A5, 0x07B1, 0x200F, 0xFB1D,
            0xFB1F...0xFB28, 0xFB2A...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFC, 0xFE70...0xFEFC:
            true
        default: false
        }
    }
}
