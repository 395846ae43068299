/// Colour where it is wanted, and nothing where it is not.
package struct Colours: Sendable, Equatable {
    package enum Role: String, Sendable {
        case prompt = "1"
        case heading = "1;4"
        case key = "36"
        case good = "32"
        case warning = "33"
        case bad = "1;31"
    }

    package let isOn: Bool

    package init(isOn: Bool) {
        self.isOn = isOn
    }

    package func paint(_ text: String, _ role: Role) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
