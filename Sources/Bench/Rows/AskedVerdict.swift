import Foundation
import Registry

/// What a question asks, as the other side's statement takes it.
struct AskedVerdict: Sendable {
    let organisation: Int
    let programme: String
    let day: CivilDate

    /// - Parameter question: `check organisation O-1 programme=CDSMP on=2026-01-01`.
    init(question: String) throws {
        let words = question.split(separator: " ")
        guard words.count == 5, let organisation = Int(words[2].dropFirst(2)),
            let day = CivilDate(String(words[4].dropFirst(3)))
        else { throw BenchError("\"\(question)\" is no question of the deck.") }
        self.organisation = organisation
        self.programme = String(words[3].dropFirst("programme=".count))
        self.day = day
    }

    /// The facts of a verdict as one line, of each question.
    static func answers(_ asked: [AskedVerdict], _ stage: Stage) async throws -> [String] {
        let statement = try stage.statement("verdict.sql")
        let text = asked.map { one in
            statement.replacingOccurrences(of: ":organisation", with: "\(one.organisation)")
                .replacingOccurrences(of: ":day", with: "\(one.day.dayNumber)")
                .replacingOccurrences(of: "@programme@", with: one.programme) + ";\n"
        }
        let file = stage.place("asked.sql")
        try text.joined().write(toFile: file, atomically: true, encoding: .utf8)
        let lines = try await stage.database.run(file, in: Stage.loaded).split(separator: "\n")
        guard lines.count == asked.count else {
            throw BenchError("Plain SQL answered \(lines.count) of \(asked.count) questions.")
        }
        return lines.map { line in
            let cells = line.split(separator: "|").map(String.init)
            return cells.dropFirst().map { $0 == "t" ? "yes" : $0 == "f" ? "no" : $0 }
                .joined(separator: " ")
        }
    }

    /// The same facts in a reply.
    static func figures(inReply reply: String) -> String {
        let first = reply.split(separator: "\n").first?.split(separator: " ") ?? []
        return ["may-offer=", "may-train=", "leaders=", "master-trainers="].map { key in
            first.first { $0.hasPrefix(key) }?.dropFirst(key.count) ?? "?"
        }.joined(separator: " ")
    }
}
