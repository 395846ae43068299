import Foundation
import Testing

/// A text file of the project.
struct ProjectFile: Sendable, CustomTestStringConvertible {
    /// From the project's folder: `Sources/Registry/Rules/Reason.swift`.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var testDescription: String { path }

    init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The file of this path, nil where there is none.
    init?(_ path: String) {
        let url = Project.root.appendingPathComponent(path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        self.path = path
        self.text = text
    }
}

/// The project's files as they lie in its folder, those that are built left out.
enum Project {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let swift = files(in: ["Sources", "Tests", "sql"], ending: ".swift")
    static let sources = swift.filter { $0.path.hasPrefix("Sources/") }
    static let sql = files(in: ["sql"], ending: ".sql")
    static let scripts = files(in: ["deploy", ".ci"], ending: "").filter {
        $0.text.hasPrefix("#!/usr/bin/env bash\n")
    }
    static let everything =
        files(in: ["Sources", "Tests", "sql", "deploy", ".ci"], ending: "")
        + ["README.md", "Package.swift", ".gitignore", ".swift-format"].compactMap(ProjectFile.init)

    static func files(in folders: [String], ending: String) -> [ProjectFile] {
        folders.flatMap { folder -> [ProjectFile] in
            let top = root.appendingPathComponent(folder)
            let names = FileManager.default.enumerator(atPath: top.path)?.allObjects ?? []
            return names.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
                .compactMap { ProjectFile("\(folder)/\($0)") }
        }
    }
}

extension String {
    /// What the groups of the pattern hold, match by match.
    func matches(of pattern: String) -> [[String]] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        let whole = NSRange(startIndex..<endIndex, in: self)
        return expression.matches(in: self, range: whole).map { match in
            (1..<match.numberOfRanges).map { group in
                Range(match.range(at: group), in: self).map { String(self[$0]) } ?? ""
            }
        }
    }
}
