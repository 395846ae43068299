import AdminProtocol
import Commands
import Registry
import TestSupport

/// Lines of any command with arguments of the right types and any meaning.
struct RandomLines {
    private var generator: SeededGenerator
    private let commands = CommandTable.grammar.commands.filter { !unwanted.contains($0.name) }

    /// Runs and forecasts are long, and tested for themselves; watches wait for more.
    private static let unwanted = [
        "expiry run", "expiry preview", "forecast", "event watch", "watch",
    ]

    private static let dates = [
        "0001-01-01", "2025-12-31", "2026-01-01", "2026-02-28", "2026-05-01", "2026-05-04",
        "2026-06-01", "2027-01-01", "2028-12-31", "2029-01-01", "9999-12-31", "today",
    ]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> String {
        let command = pick(commands)
        var line = command.name
        for argument in command.allArguments where argument.name != "after" {
            guard argument.isRequired || chance(3) else { continue }
            let isCleared = argument.allowsEmpty && chance(6)
            line += " \(argument.name)=\"\(isCleared ? "" : value(of: argument.type))\""
        }
        return line
    }

    private mutating func value(of type: ArgumentType) -> String {
        switch type {
        case .list(let element):
            return (0..<Int.random(in: 1...4, using: &generator))
                .map { _ in value(of: element).replacing(",", "") }.joined(separator: ",")
        case .choice(let choices): return pick(choices)
        case .integer(let range): return integer(in: range)
        case .date: return pick(Self.dates)
        case .id(let kind): return reference(kind)
        case .anyID(let kinds): return reference(pick(kinds))
        default: return pick(Self.words(type))
        }
    }

    private static func words(_ type: ArgumentType) -> [String] {
        switch type {
        case .programme: return ["CDSMP", "CPSMP", "TOMANDO", "PMP", "GSH", "ANY", "X1", "X2"]
        case .boolean: return ["yes", "no"]
        case .country: return ["IE", "DK"]
        case .language: return ["da", "en", "DA"]
        case .email: return ["a@b.example", "ä@ö"]
        case .halfDays: return ["0", "0.5", "1", "2", "4", "4.5", "1000"]
        case .requestToken: return ["a", "b", "c"]
        case .span: return ["1", "2-3"]
        case .word: return ["in-person", "virtual", "toolkit", "standard", "one-day", "doctor"]
        case .form:
            return [
                "6", "6-12", "12-", "in-person:8-16", "virtual::2", "leader/standard:4",
                "refresher/short:0.5-2", "UTC", "0", "9999-9999",
            ]
        default: return ["x", "y z", "100%", "\\\"'; --", "\\\\", "e\u{301}", "P-1", "😀"]
        }
    }

    private mutating func reference(_ kind: IDKind) -> String {
        if chance(8) { return "ext:\(pick(["x", "y z", "P-1"]))" }
        let numbers = ["1", "1", "2", "2", "3", "4", "5", "6", "9223372036854775807"]
        return "\(kind.letter)-\(pick(numbers))"
    }

    private mutating func integer(in range: ClosedRange<Int>) -> String {
        let near = range.lowerBound...min(range.upperBound, range.lowerBound + 12)
        let number = chance(6) ? range.upperBound : Int.random(in: near, using: &generator)
        return "\(number)"
    }

    private mutating func pick<T>(_ choices: [T]) -> T {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func chance(_ count: Int) -> Bool {
        Int.random(in: 0..<count, using: &generator) == 0
    }
}
