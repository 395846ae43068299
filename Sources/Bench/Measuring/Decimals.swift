import Foundation

/// Numbers as people read them: three digits that count, and no more.
enum Decimals {
    static func text(_ number: Double) -> String {
        switch abs(number) {
        case 1_000...: grouped(number)
        case 100...: String(format: "%.0f", number)
        case 10...: String(format: "%.1f", number)
        default: trimmed(String(format: "%.3f", number))
        }
    }

    private static func grouped(_ number: Double) -> String {
        var digits = String(format: "%.0f", number)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
