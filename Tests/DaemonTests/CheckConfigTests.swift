import Testing

@testable import Daemon

@Suite struct CheckConfigTests {
    @Test(arguments: [
        "postgresql://ann:sesame@h1,h2:5433/registry?sslmode=require&sslpassword=sesame",
        "host=h1 user=ann password=sesame dbname=registry",
        "host=h1 password='se same' user=ann sslpassword = sesame dbname=registry",
    ])
    func passwordsAreHidden(database: String) async throws {
        let run = await TestSettings.main(["--check-config", "--database", database], [:])
        #expect(run.ending == .clean)
        #expect(run.complaints == "")
        let line = try #require(run.output.split(separator: "\n").first { $0.contains("database") })
        #expect(line.contains("user=ann"))
        #expect(line.contains("dbname=registry"))
        #expect(line.contains("password=***"))
        #expect(!line.contains("same"))
    }

    @Test func everySettingIsPrintedWithItsOrigin() async {
        let run = await TestSettings.main(["--check-config", "--nightly", "off"], [:])
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.count == Setting.table.count)
        #expect(lines.contains("nightly = off  # --nightly"))
        #expect(lines.contains("database = embedded  # the default"))
    }

    @Test func whatIsPrintedIsWhatAWrongSettingIsNot() async {
        let run = await TestSettings.main(["--check-config", "--nightly", "soon"], [:])
        #expect(run.ending == .settings)
        #expect(run.output == "")
        #expect(run.complaints.hasPrefix("licentiad: nightly, from --nightly, is \"soon\""))
    }

    @Test(arguments: [["--help"], ["-h"], ["--help", "--bogus"]])
    func helpNamesEverySetting(arguments: [String]) async {
        let run = await TestSettings.main(arguments, [:])
        #expect(run.ending == .clean)
        for setting in Setting.table {
            #expect(run.output.contains("\(setting.flag) \(setting.placeholder)"))
        }
        #expect(run.output.contains("127.0.0.1:7432"))
    }

    @Test func theVersionIsPrinted() async {
        let run = await TestSettings.main(["--version"], [:])
        #expect(run.output == "licentiad 0.1.0\n")
        #expect(run.ending == .clean)
    }
}
