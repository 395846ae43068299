package import Registry

/// A value of a reply, with the type that JSON shows.
package enum FieldValue: Sendable, Hashable {
    /// Free text, always in quotes: `name="Ann"`.
    case text(String)
    /// A code, an id: bare where it can be.
    case word(String)
    case integer(Int)
    /// A number counted in halves: `halves(9)` is `4.5`.
    case halves(Int)
    /// `yes` and `no`; in JSON `true` and `false`.
    case boolean(Bool)
    /// Joined by commas; in JSON an array of strings. An empty list is `""`, or `[]`.
    case list([String])
    case date(CivilDate)

    /// The value as text, without quotes.
    package var plain: String {
        switch self {
        case .text(let text), .word(let text): text
        case .integer(let number): String(number)
        case .halves(let number): Self.decimal(halves: number)
        case .boolean(let flag): flag ? "yes" : "no"
        case .list(let elements): elements.joined(separator: ",")
        case .date(let date): date.description
        }
    }

    private static func decimal(halves: Int) -> String {
        let sign = halves < 0 ? "-" : ""
        let half = halves.magnitude % 2 == 1 ? ".5" : ""
        return "\(sign)\(halves.magnitude / 2)\(half)"
    }
}
