import AdminProtocol
import Registry

/// Makes replies with awkward values.
struct RandomReply {
    private var generator: SeededGenerator

    private static let characters: [Unicode.Scalar] = [
        "a", "Z", "0", " ", "\"", "\\", "=", ",", "\n", "\t", "n", "t", "@", "*", "+", "é", "ł",
        "日", "🦴", "\u{301}", "\u{A0}", "\u{2028}", "\u{FFFD}", "{", "}", "/", "ß", "\u{10FFFF}",
    ]
    private static let controls: [Unicode.Scalar] = [
        "\u{0}", "\r", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}", "\u{8}",
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func dataLine(withControls: Bool) -> DataLine {
        var line = DataLine("thing-\(generator.next() % 10)")
        for index in 0..<Int.random(in: 0...12, using: &generator) {
            line.add("key-\(index)", value(withControls: withControls))
        }
        return line
    }

    mutating func tag() -> String? {
        Bool.random(using: &generator) ? "@t\(generator.next() % 1_000)" : nil
    }

    mutating func text(withControls: Bool) -> String {
        let pool = Self.characters + (withControls ? Self.controls : [])
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            text.append(pool.randomElement(using: &generator) ?? "x")
        }
        return String(text)
    }

    private mutating func value(withControls: Bool) -> FieldValue {
        switch Int.random(in: 0...6, using: &generator) {
        case 0: .text(text(withControls: withControls))
        case 1: .word(text(withControls: withControls))
        // Up to what a double holds exactly: beyond it Foundation's reader rounds.
        case 2: .integer(Int.random(in: -(1 << 53)...(1 << 53), using: &generator))
        case 3: .halves(Int.random(in: -100...100, using: &generator))
        case 4: .boolean(Bool.random(using: &generator))
        case 5: .list((0..<3).map { _ in text(withControls: withControls) })
        default: .date(CivilDate(dayNumber: Int32.random(in: 0...40_000, using: &generator)))
        }
    }
}
