import Foundation
import Logging
import Testing

@testable import Daemon

@Suite struct SettingsPrecedenceTests {
    @Test func flagsComeBeforeTheEnvironmentAndThatBeforeTheFile() throws {
        let file = try TemporaryFile(
            #"{"listen": "127.0.0.1:1", "nightly": "01:01", "timezone": "Europe/Dublin"}"#)
        let effective = try TestSettings.read(
            ["--config", file.path, "--listen", "127.0.0.1:3"],
            ["LICENTIA_LISTEN": "127.0.0.1:2", "LICENTIA_NIGHTLY": "02:02"])
        #expect(effective.settings.listen?.port == 3)
        #expect(effective.origins["listen"] == .flag("--listen"))
        #expect(effective.settings.nightly?.text == "02:02")
        #expect(effective.origins["nightly"] == .environment("LICENTIA_NIGHTLY"))
        #expect(effective.settings.timezone.name == "Europe/Dublin")
        #expect(effective.origins["timezone"] == .file(file.path, key: "timezone"))
        #expect(effective.origins["max-sessions"] == .standard)
    }

    @Test func everySettingIsReadFromTheEnvironment() throws {
        let settings = try TestSettings.read(
            [],
            [
                "LICENTIA_STATE": "/s", "LICENTIA_LISTEN": "off", "LICENTIA_SOCKET": "/x.sock",
                "LICENTIA_DATABASE": "dbname=a", "LICENTIA_TIMEZONE": "Asia/Tokyo",
                "LICENTIA_NIGHTLY": "off", "LICENTIA_MAX_SESSIONS": "7",
                "LICENTIA_LOG_LEVEL": "debug",
            ]
        ).settings
        #expect(settings.state == "/s")
        #expect(settings.listen == nil)
        #expect(settings.socket == "/x.sock")
        #expect(settings.database?.text == "dbname=a")
        #expect(settings.timezone.name == "Asia/Tokyo")
        #expect(settings.nightly == nil)
        #expect(settings.maxSessions == 7)
        #expect(settings.logLevel == .debug)
    }

    @Test func theEnvironmentNamesTheFileAndTheFlagAnother() throws {
        let one = try TemporaryFile(#"{"max-sessions": 11}"#)
        let other = try TemporaryFile(#"{"max-sessions": "12"}"#)
        let environment = ["LICENTIA_CONFIG": one.path]
        #expect(try TestSettings.read([], environment).settings.maxSessions == 11)
        let flags = ["--config=\(other.path)"]
        #expect(try TestSettings.read(flags, environment).settings.maxSessions == 12)
    }

    @Test func defaultsAreThoseOfTheContracts() throws {
        let settings = try TestSettings.read([], [:]).settings
        #expect(settings.state == "/var/lib/licentia")
        #expect(settings.socket == "/var/lib/licentia/run/licentiad.sock")
        #expect(settings.listen?.description == "127.0.0.1:7432")
        #expect(settings.database == nil)
        #expect(settings.timezone.name == "UTC")
        #expect(settings.nightly?.text == "02:15")
        #expect(settings.maxSessions == 1_000)
        #expect(settings.logLevel == .info)
    }

    @Test(arguments: [
        (["HOME": "/home/a"], "/home/a/.local/state/licentia"),
        (["HOME": "/home/a", "XDG_STATE_HOME": "/home/a/state"], "/home/a/state/licentia"),
        (["HOME": "/home/a", "XDG_STATE_HOME": "relative"], "/home/a/.local/state/licentia"),
    ])
    func everyoneButRootHasStateOfTheirOwn(environment: [String: String], state: String) throws {
        let facts = ProcessFacts(userID: 1000, environment: environment)
        guard case .run(let effective) = try Invocation(arguments: [], facts: facts) else {
            Issue.record("it should run")
            return
        }
        #expect(effective.settings.state == state)
    }

    @Test func relativePathsStartFromTheWorkingFolder() throws {
        let settings = try TestSettings.read(["--state", "a/b/"], [:]).settings
        #expect(settings.state == "/here/a/b")
        #expect(settings.socket == "/here/a/b/run/licentiad.sock")
    }

    @Test func severalHostsSurviveTheLibrarysCommas() throws {
        let text = "host=a,b port=1,2 dbname=c"
        let settings = try TestSettings.read(["--database", text], [:]).settings
        #expect(settings.database?.text == text)
    }

    @Test func anEmptyVariableCountsAsNone() throws {
        let effective = try TestSettings.read([], ["LICENTIA_NIGHTLY": ""])
        #expect(effective.settings.nightly?.text == "02:15")
        #expect(effective.origins["nightly"] == .standard)
    }

    @Test func anUnknownVariableIsWarnedOf() throws {
        let effective = try TestSettings.read([], ["LICENTIA_STAET": "/x", "OTHER": "1"])
        #expect(effective.warnings.count == 1)
        #expect(effective.warnings.first?.contains("LICENTIA_STAET") == true)
    }
}
