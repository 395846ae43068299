import Foundation
import Registry

/// The scripts of pgbench for a verdict: one for each programme, so that each is prepared with its
/// programme in it, and pgbench draws among them as the load generator does.
struct StatementScripts: Sendable {
    let folder: String
    let scale: Scale
    let today: CivilDate

    /// The variables by which a template asks: `:organisation` is a number, `:day` counts from
    /// 1970-01-01; `@programme@` is replaced here.
    private var head: String {
        let first = today.adding(days: Deck.days.lowerBound).dayNumber
        let last = today.adding(days: Deck.days.upperBound).dayNumber
        return """
            \\set organisation random(1, \(scale.organisations))
            \\set day random(\(first), \(last))

            """
    }

    /// - Parameter template: the text of the statement.
    /// - Returns: the paths of the scripts.
    func write(_ template: String, as name: String) throws -> [String] {
        try Deck.programmes.map { programme in
            let path = "\(folder)/\(name).\(programme).pgbench"
            let body = template.replacingOccurrences(of: "@programme@", with: programme)
            try (head + body).write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
    }
}
