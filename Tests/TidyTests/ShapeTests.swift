import Testing

/// What a reader would dread: long lines, long functions, long files, and words that mean "later".
struct ShapeTests {
    static let columns = 100
    static let functionLines = 70
    static let fileLines = 400

    @Test func thereIsSomethingToCheck() {
        #expect(Project.sources.count > 300)
        #expect(Project.sql.count > 90)
        #expect(Project.scripts.count >= 5)
        let functions = Project.swift.map(\.swiftFunctions.count).reduce(0, +)
        #expect(functions > 1_000)
    }

    @Test(arguments: [
        ("func f() {\n    a()\n}", [FunctionLength(line: 1, length: 3)]),
        (
            "    func f(\n        a: Int\n    ) {\n        b()\n    }",
            [FunctionLength(line: 1, length: 5)]
        ),
        ("    init?(a: Int) {\n    }\n    // a func {", [FunctionLength(line: 1, length: 2)]),
        ("    func f() async\n    func g() {\n    }", [FunctionLength(line: 2, length: 2)]),
        ("func f() { 1 }\nlet a = 1", []),
    ])
    func functionsAreMeasured(_ text: String, _ expected: [FunctionLength]) {
        #expect(ProjectFile(path: "x.swift", text: text).swiftFunctions == expected)
    }

    @Test(arguments: Project.swift + Project.sql)
    func linesFitTheColumns(_ file: ProjectFile) {
        let long = file.lines.indices.filter { file.lines[$0].count > Self.columns }.map { $0 + 1 }
        #expect(
            long.isEmpty, "\(file.path) has lines of more than \(Self.columns) columns: \(long)")
    }

    /// A message to people is one string and is not broken for the editor's sake.
    @Test(arguments: Project.scripts)
    func linesOfScriptsFitTheColumns(_ file: ProjectFile) {
        let long = file.lines.indices.filter { index in
            let longest = String(file.lines[index]).matches(of: #"("[^"]*")"#).map { $0[0].count }
            return file.lines[index].count - (longest.max() ?? 0) > Self.columns
        }
        #expect(long.isEmpty, "\(file.path) has long lines: \(long.map { $0 + 1 })")
    }

    @Test(arguments: Project.swift)
    func functionsAreShort(_ file: ProjectFile) {
        let long = file.swiftFunctions.filter { $0.length > Self.functionLines }
        #expect(long.isEmpty, "\(file.path): \(long)")
    }

    @Test(arguments: Project.scripts)
    func functionsOfScriptsAreShort(_ file: ProjectFile) {
        let long = file.shellFunctions.filter { $0.length > Self.functionLines }
        #expect(long.isEmpty, "\(file.path): \(long)")
    }

    @Test(arguments: Project.swift + Project.sql + Project.scripts)
    func filesAreShort(_ file: ProjectFile) {
        #expect(file.lines.count <= Self.fileLines, "\(file.path) has \(file.lines.count) lines")
    }

    @Test(arguments: Project.sources)
    func nothingTrapsAndNothingIsLeftForLater(_ file: ProjectFile) {
        for word in ["fatalError", "preconditionFailure", "try!", "TODO", "FIXME"] {
            let isThere = file.text.contains(word)
            #expect(!isThere, "\(file.path) holds \(word)")
        }
    }

    @Test func noFileKnowsTheMachineItWasWrittenOn() {
        // Put together here, so that this file does not hold them.
        let folders = [["", "work", "main"], ["", "work", "shared"], ["", "tmp", "lab"]]
        for folder in folders.map({ $0.joined(separator: "/") }) {
            let found = Project.everything.filter { $0.text.contains(folder) }.map(\.path)
            #expect(found.isEmpty, "\(folder) in \(found)")
        }
    }
}
