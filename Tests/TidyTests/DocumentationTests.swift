import Foundation
import Testing

/// Whatever a person can type or set is in the documentation.
struct DocumentationTests {
    private static let folder = "Sources/licentiad/Documentation.docc/"

    /// The words of every command, as its file says them.
    static let commands = Project.sources.filter { $0.path.hasPrefix("Sources/Commands/") }
        .flatMap { $0.text.matches(of: #"static let spec = CommandSpec\(\s*\[([^\]]+)\]"#) }
        .map { $0[0].matches(of: #""([^"]+)""#).map { $0[0] }.joined(separator: " ") }

    static let arguments = Set(
        Project.sources.filter { $0.path.hasPrefix("Sources/Commands/") }
            .flatMap { $0.text.matches(of: #"ArgumentSpec\(\s*"([a-z-]+)""#) }.map { $0[0] })

    static let settings = Project.sources
        .filter { $0.path.hasPrefix("Sources/Daemon/Settings/") }
        .flatMap { $0.text.matches(of: #"= Setting\(\s*name: "([a-z-]+)""#) }.map { $0[0] }

    @Test func everyCommandOfTheTableIsFound() throws {
        let table = try #require(ProjectFile("Sources/Commands/Core/CommandTable.swift"))
        let rows = table.text.matches(of: #"\.(?:session|read|indexed|write)\((\w+)\.self\)"#)
        #expect(rows.count > 50)
        #expect(Self.commands.count == rows.count)
        #expect(Set(Self.commands).count == rows.count)
    }

    @Test(arguments: commands)
    func everyCommandIsInTheProtocol(_ command: String) throws {
        let page = try #require(ProjectFile(Self.folder + "Protocol.md"))
        let isThere = page.text.contains("\n`\(command)`")
        #expect(isThere, "Protocol.md has no entry for \(command)")
    }

    @Test(arguments: arguments.sorted())
    func everyArgumentIsInTheProtocol(_ argument: String) throws {
        let page = try #require(ProjectFile(Self.folder + "Protocol.md"))
        let isNamed = page.text.contains("`\(argument)`")
        #expect(isNamed, "Protocol.md does not name \(argument)")
    }

    @Test func everySettingOfTheTableIsFound() throws {
        let table = try #require(ProjectFile("Sources/Daemon/Settings/Setting+Table.swift"))
        let constants = table.text.matches(of: #"private static let (\w+) = Setting\("#)
        #expect(constants.count >= 8)
        #expect(Self.settings.count == constants.count)
    }

    @Test(arguments: settings, ["README.md", folder + "Operations.md"])
    func everySettingIsInTheTables(_ setting: String, _ path: String) throws {
        let page = try #require(ProjectFile(path))
        let variable = "LICENTIA_" + setting.uppercased().replacingOccurrences(of: "-", with: "_")
        for name in ["`--\(setting)", "`\(variable)`", "`\(setting)`"] {
            let isNamed = page.text.contains(name)
            #expect(isNamed, "\(path) does not name \(name)")
        }
    }

    @Test func everyCodeOfARuleIsInTheProtocol() throws {
        let codes = try #require(ProjectFile("Sources/Registry/Rules/RuleCode.swift"))
        let page = try #require(ProjectFile(Self.folder + "Protocol.md"))
        let names = codes.text.matches(of: #"case \w+ = "([a-z-]+)""#).map { $0[0] }
        #expect(names.count > 25)
        let missing = names.filter { !page.text.contains("`\($0)`") }
        #expect(missing.isEmpty)
    }

    /// `<doc:Name>` leads to a page that is there.
    @Test(arguments: Project.files(in: ["Sources/licentiad"], ending: ".md"))
    func pagesLeadToPages(_ page: ProjectFile) {
        for link in page.text.matches(of: #"<doc:(\w+)>"#).map({ $0[0] }) {
            #expect(ProjectFile(Self.folder + link + ".md") != nil, "\(page.path): \(link)")
        }
    }

    /// A file or folder that the code map names is there.
    @Test func theCodeMapNamesWhatThereIs() throws {
        let page = try #require(ProjectFile(Self.folder + "Architecture.md"))
        let tests = page.text.matches(of: #"`(\w+Tests/\w+)`"#).map { "Tests/\($0[0]).swift" }
        #expect(tests.count > 10)
        for path in tests {
            #expect(Project.swift.contains { $0.path == path }, "\(path) is not there")
        }
        let registry = page.text.matches(of: #"`((?:Dates|Standing|Rules)/[\w/+]+\.swift)`"#)
        for path in registry.map({ "Sources/Registry/\($0[0])" }) {
            #expect(ProjectFile(path) != nil, "\(path) is not there")
        }
    }
}
