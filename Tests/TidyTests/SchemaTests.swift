import Foundation
import Testing

/// What lies in `sql` is listed there, and what is listed is used.
struct SchemaTests {
    static let migrations = names(in: "sql/migrations/")
    static let statements = names(in: "sql/statements/")

    /// The names of the files in a folder, without their ending.
    private static func names(in folder: String) -> [String] {
        Project.sql.filter { $0.path.hasPrefix(folder) }
            .map { String($0.path.dropFirst(folder.count).dropLast(".sql".count)) }
    }

    @Test func migrationsAreNumberedWithoutGaps() {
        let numbers = Self.migrations.compactMap { Int($0.dropFirst().prefix(4)) }
        #expect(!numbers.isEmpty)
        #expect(numbers == Array(1...max(1, Self.migrations.count)))
    }

    @Test func migrationsAreListedInTheirOrder() throws {
        let list = try #require(ProjectFile("sql/SQL.swift"))
        let listed = list.text.matches(of: #"migration\(\s*"(\w+)",\s*PackageResources\.(\w+)_sql"#)
        #expect(listed.map { $0[0] } == Self.migrations)
        #expect(listed.allSatisfy { $0[0] == $0[1] })
    }

    @Test func statementsAreListedOnceEach() throws {
        let listed = try Self.listed()
        #expect(listed.map(\.name).sorted() == Self.statements)
        #expect(listed.allSatisfy { $0.name == $0.file })
    }

    @Test func statementsAreUsed() throws {
        let store = Project.sources.filter { $0.path.hasPrefix("Sources/Store/") }
        for statement in try Self.listed() {
            let isUsed = store.contains { file in
                !file.text.matches(of: #"SQL\.(\#(statement.constant))\b"#).isEmpty
            }
            #expect(isUsed, "nobody asks \(statement.name)")
        }
    }

    private static func listed() throws -> [(constant: String, name: String, file: String)] {
        let list = try #require(ProjectFile("sql/SQL+Statements.swift"))
        return list.text.matches(
            of: #"let (\w+) = named\(\s*"(\w+)",\s*PackageResources\.(\w+)_sql"#
        ).map { ($0[0], $0[1], $0[2]) }
    }
}
