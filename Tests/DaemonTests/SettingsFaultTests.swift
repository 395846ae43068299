import Testing

@testable import Daemon

@Suite struct SettingsFaultTests {
    static let wrong: [(setting: String, value: String, want: String)] = [
        ("state", "a\u{7}b", "control character"),
        ("listen", "7432", "HOST:PORT"),
        ("listen", "127.0.0.1:", "HOST:PORT"),
        ("listen", "127.0.0.1:65536", "not a TCP port"),
        ("listen", "127.0.0.1:99999999999999999999", "HOST:PORT"),
        ("listen", "::1:7432", "HOST:PORT"),
        ("listen", "0.0.0.0:7432", "needs TLS"),
        ("listen", "example.org:7432", "not an IP address"),
        ("socket", "/\(String(repeating: "x", count: 200))", "Choose a shorter one"),
        ("state", "/\(String(repeating: "x", count: 200))", "Choose a shorter one"),
        ("database", "nonsense", "libpq connection string"),
        ("timezone", "Dublin", "IANA"),
        ("timezone", "GMT+3", "IANA"),
        ("timezone", "IST", "IANA"),
        ("timezone", "../etc/passwd", "IANA"),
        ("nightly", "24:00", "00:00 to 23:59"),
        ("nightly", "2:15", "00:00 to 23:59"),
        ("nightly", "never", "00:00 to 23:59"),
        ("max-sessions", "0", "from 1 to"),
        ("max-sessions", "-5", "from 1 to"),
        ("max-sessions", "100001", "from 1 to"),
        ("max-sessions", "many", "from 1 to"),
        ("max-sessions", "99999999999999999999", "from 1 to"),
        ("sendmail", "a\u{7}b", "control character"),
        ("mail-from", "licentia", "an e-mail address in ASCII"),
        ("mail-from", "Licentia <licentia@example.org>", "an e-mail address in ASCII"),
        ("mail-admin", "ålborg@example.org", "an e-mail address in ASCII"),
        ("mail-admin", "-f@example.org", "an e-mail address in ASCII"),
        ("hook", "a\u{7}b", "control character"),
        ("delivery-interval", "0", "from 1 to"),
        ("delivery-interval", "86401", "from 1 to"),
        ("delivery-interval", "a minute", "from 1 to"),
        ("log-level", "loud", "one of trace"),
    ]

    @Test(arguments: wrong)
    func aWrongValueIsNamedWithItsOriginAndWhatIsWanted(
        setting: String, value: String, want: String
    ) throws {
        let variable = "LICENTIA_" + setting.uppercased().replacing("-", with: "_")
        for (faults, origin) in [
            (try TestSettings.faults(["--\(setting)", value], [:]), "--\(setting)"),
            (try TestSettings.faults([], [variable: value]), variable),
        ] {
            let fault = try #require(faults.first)
            #expect(faults.count == 1)
            #expect(fault.hasPrefix("\(setting), from "))
            #expect(fault.contains(origin))
            #expect(fault.contains(want))
        }
    }

    @Test func mailNeedsASender() throws {
        let faults = try TestSettings.faults(["--sendmail", "/usr/sbin/sendmail"], [:])
        #expect(faults.count == 1)
        #expect(faults.first?.contains("cannot be used without mail-from") == true)
    }

    @Test func aWrongDatabaseIsNotRepeated() throws {
        let faults = try TestSettings.faults(["--database", "user=a password"], [:])
        #expect(faults.count == 1)
        #expect(faults.first?.contains("user=a") == false)
    }

    @Test(arguments: [
        (["--stat", "/x"], "--stat is no flag"),
        (["--state"], "--state needs a value"),
        (["--state", "--listen", "off"], "--state needs a value"),
        (["/x"], "\"/x\" belongs to no flag"),
        (["--listen", "off", "off"], "\"off\" belongs to no flag"),
        (["--listen", "off", "--listen=off"], "--listen is given twice"),
        (["--check-config=yes"], "--check-config takes no value"),
        (["-x"], "\"-x\" belongs to no flag"),
        (["--"], "-- is no flag"),
        (["--="], "-- is no flag"),
        (["--state="], "state, from --state"),
    ])
    func aWrongFlagIsNamed(arguments: [String], fault: String) throws {
        let faults = try TestSettings.faults(arguments, [:])
        #expect(faults.contains { $0.contains(fault) }, "\(faults)")
    }

    @Test func allFaultsAreToldAtOnce() throws {
        let faults = try TestSettings.faults(
            ["--nightly", "soon"], ["LICENTIA_MAX_SESSIONS": "none", "LICENTIA_LISTEN": "here"])
        #expect(faults.count == 3)
    }

    @Test(arguments: [
        (#"{"sate": "/x"}"#, "\"sate\" in "),
        (#"{"nightly": 2}"#, "nightly, from \"nightly\" in "),
        (#"{"nightly": null}"#, "nightly, from \"nightly\" in "),
        (#"{"state": {"a": 1}}"#, "state, from \"state\" in "),
        (#"{"state": ["/a"]}"#, "state, from \"state\" in "),
        (#"{"max-sessions": 1.5}"#, "max-sessions, from \"max-sessions\" in "),
        (#"{"max-sessions": true}"#, "max-sessions, from \"max-sessions\" in "),
        (#"{"timezone": "Mars/Base"}"#, "timezone, from \"timezone\" in "),
        (#"["nightly"]"#, "is not a JSON object"),
        (#"nightly: off"#, "is not a JSON object"),
        ("", "is not a JSON object"),
    ])
    func aWrongFileIsNamed(text: String, fault: String) throws {
        let file = try TemporaryFile(text)
        let faults = try TestSettings.faults(["--config", file.path], [:])
        #expect(faults.count == 1)
        #expect(faults.first?.contains(fault) == true, "\(faults)")
        #expect(faults.first?.contains(file.path) == true, "\(faults)")
    }

    @Test func aFileThatIsTooLargeOrMissingIsNamed() throws {
        let large = try TemporaryFile(
            String(repeating: " ", count: DaemonLimits.settingsFileBytes + 1))
        for path in [large.path, "/nowhere/licentia.json", "/", "/dev/zero"] {
            let faults = try TestSettings.faults(["--config", path], [:])
            #expect(faults.count == 1)
            #expect(faults.first?.contains(path) == true)
        }
    }
}
