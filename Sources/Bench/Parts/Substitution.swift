import Foundation
import Registry

/// Makes statements from the log a script of pgbench: what hangs on the request gives way to the
/// script's variables, and everything else stays as it was.
struct Substitution: Sendable {
    /// Values and what takes their place, such as `4711` and `:organisation`; alone and in arrays.
    private var numbers: [String: String] = [:]
    private let programme: String
    private let day: CivilDate?

    /// - Parameters:
    ///   - organisation: the one that was asked about; its own licences, which the generated
    ///     registry numbers by threes, and its people, by thirties, follow it.
    ///   - day: the day that was asked about, where it is to vary.
    init(organisation: Int, programme: String, day: CivilDate? = nil) {
        self.programme = programme
        self.day = day
        follow(organisation, each: Scale.peopleEach)
        follow(organisation, each: Scale.licencesEach)
        numbers["\(organisation)"] = ":organisation"
    }

    private mutating func follow(_ organisation: Int, each: Int) {
        for place in 1...each {
            numbers["\(each * (organisation - 1) + place)"] =
                "(\(each) * (:organisation - 1) + \(place))"
        }
    }

    /// The same, where the statement that makes a thing gives its number to those behind it.
    mutating func follow(made number: Int) { numbers["\(number)"] = ":made_id" }

    /// A script with `@programme@` where the programme stood.
    func script(_ statements: [LoggedStatement]) -> String {
        statements.map { statement in
            var text = Self.withoutColons(statement.withoutComments)
            // The highest parameter goes first, since `$1` is a part of `$12`.
            for (place, value) in statement.values.enumerated().reversed() {
                text = text.replacingOccurrences(of: "$\(place + 1)", with: expression(value))
            }
            text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            let makes = text.hasPrefix("INSERT") && text.hasSuffix("RETURNING id")
            return text + (makes ? " \\gset made_\n" : ";\n")
        }.joined()
    }

    private func expression(_ value: String?) -> String {
        guard let value else { return "NULL" }
        if value == programme { return "'@programme@'" }
        if value == "{\(programme)}" { return "'{@programme@}'" }
        if let day, value == "\(day)" { return "(date '1970-01-01' + :day::int)" }
        if let day, value == "\(day.dayNumber)" { return ":day" }
        return numbers[value] ?? array(value) ?? Self.quoted(value)
    }

    /// An array of nothing but numbers that vary.
    private func array(_ value: String) -> String? {
        guard value.first == "{", value.last == "}", value.count > 2 else { return nil }
        let elements = value.dropFirst().dropLast().split(separator: ",").map(String.init)
        let expressions = elements.compactMap { numbers[$0] }
        guard expressions.count == elements.count else { return nil }
        return "(ARRAY[\(expressions.joined(separator: ", "))]::bigint[])"
    }

    /// What stands in quotes with a colon in it, such as a form of a time.
    private static func withoutColons(_ text: String) -> String {
        text.replacing(#/'[^']*'/#) { literal in
            literal.output.contains(":")
                ? quoted(String(literal.output.dropFirst().dropLast())) : String(literal.output)
        }
    }

    /// A colon before a letter would be a variable to pgbench: it is written by its number.
    private static func quoted(_ value: String) -> String {
        let text = value.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "'", with: "''")
            .replacingOccurrences(of: ":", with: "\\x3a")
        return value.contains(":") || value.contains("\\") ? "E'\(text)'" : "'\(text)'"
    }
}
