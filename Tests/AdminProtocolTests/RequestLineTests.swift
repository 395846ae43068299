import AdminProtocol
import Testing

@Suite struct RequestLineTests {
    struct Fixture: Sendable, CustomTestStringConvertible {
        var line: String
        var tag: String?
        var tokens: [Token]
        var canonical: String
        var testDescription: String { line }
    }

    private static let good: [Fixture] = [
        Fixture(line: "ping", tokens: [Token(value: "ping")], canonical: "ping"),
        Fixture(line: "ping\r", tokens: [Token(value: "ping")], canonical: "ping"),
        Fixture(
            line: "@a.1-_Z ping", tag: "@a.1-_Z", tokens: [Token(value: "ping")],
            canonical: "ping"),
        Fixture(
            line: "  licence   show L-3 ",
            tokens: [Token(value: "licence"), Token(value: "show"), Token(value: "L-3")],
            canonical: "licence show L-3"),
        Fixture(
            line: #"organisation add name="Pain Alliance West" country="IE""#,
            tokens: [
                Token(value: "organisation"), Token(value: "add"),
                Token(key: "name", value: "Pain Alliance West", isQuoted: true),
                Token(key: "country", value: "IE", isQuoted: true),
            ],
            canonical: #"organisation add name="Pain Alliance West" country=IE"#),
        Fixture(
            line: #"a b="\"\\\n\t=""#,
            tokens: [Token(value: "a"), Token(key: "b", value: "\"\\\n\t=", isQuoted: true)],
            canonical: #"a b="\"\\\n\t=""#),
        Fixture(
            line: "a \"raw\ttab\"",
            tokens: [Token(value: "a"), Token(value: "raw\ttab", isQuoted: true)],
            canonical: #"a "raw\ttab""#),
        Fixture(
            line: #"licence amend L-1 until="""#,
            tokens: [
                Token(value: "licence"), Token(value: "amend"), Token(value: "L-1"),
                Token(key: "until", value: "", isQuoted: true),
            ],
            canonical: #"licence amend L-1 until="""#),
        Fixture(
            line: #"find text=Łódź\, x=a,b,ext:ü@:/"#,
            tokens: [
                Token(value: "find"), Token(key: "text", value: #"Łódź\,"#),
                Token(key: "x", value: "a,b,ext:ü@:/"),
            ],
            canonical: #"find text=Łódź\, x=a,b,ext:ü@:/"#),
    ]

    @Test(arguments: good) func parses(_ fixture: Fixture) throws {
        let line = try RequestLine(parsing: fixture.line.utf8)
        #expect(line.tag == fixture.tag)
        #expect(line.tokens == fixture.tokens)
        #expect(line.canonical == fixture.canonical)
        #expect(try RequestLine(parsing: line.encoded).canonical == fixture.canonical)
    }

    @Test(arguments: [
        "", " ", "@a", "@a ", "@ ping", "@ä ping", "@a\tping",
        "@" + String(repeating: "a", count: 33),
        "1ping", "-a", "\"ping\"", "name=x", "=x", "ping =x", "ping a=", "ping a= b", "ping a==b",
        "ping a=b=c", "ping a=b\"c\"", "ping a\"b\"", "ping \"a\"b", "ping \"a\"\"b\"", "ping \"a",
        "ping a=\"", "ping \"a\\\"", "ping \"\\", "ping \"\\x\"", "ping \"\\r\"", "ping a\tb",
        "ping\ta", "\tping", "ping a=\tb", "ping a=b\tc", "ping 1a=b", "ping ä=b", "ping a_b=c",
        "ping \"a\"=b", "ping\t",
    ])
    func refusesAsSyntax(_ line: String) {
        #expect(code(of: line.utf8) == .syntax)
    }

    @Test(
        arguments: [
            ([0x70, 0x00], BadCode.controlCharacter), ([0x70, 0x7F], .controlCharacter),
            ([0x70, 0x0D, 0x70], .controlCharacter), ([0x70, 0x0A], .controlCharacter),
            ([0x22, 0x1B, 0x22], .controlCharacter), ([0x70, 0xC2, 0x9B], .controlCharacter),
            ([0x70, 0xFF], .notUTF8), ([0x70, 0xC3], .notUTF8), ([0x70, 0xC0, 0x80], .notUTF8),
            ([0x70, 0xED, 0xA0, 0x80], .notUTF8), ([0xFF, 0x00], .notUTF8),
        ] as [([UInt8], BadCode)])
    func refusesBytes(_ bytes: [UInt8], as expected: BadCode) {
        #expect(code(of: bytes) == expected)
    }

    @Test func refusesAnOverLongLineAndTakesTheLongest() throws {
        let most = ProtocolLimits.maxLine - 1
        let longest = "ping \"" + String(repeating: "x", count: most - 7) + "\""
        #expect(try RequestLine(parsing: longest.utf8).tokens.count == 2)
        #expect(code(of: (longest + " ").utf8) == .lineTooLong)
    }

    @Test(arguments: ["@t ping a=", "@t", "@t ping \u{7}", "@t ping \"x"])
    func errorsCarryTheTag(_ line: String) {
        let error = #expect(throws: ProtocolError.self) { try RequestLine(parsing: line.utf8) }
        #expect(error?.tag == "@t")
    }

    @Test func aTagHasThirtyTwoCharacters() throws {
        let tag = "@" + String(repeating: "a", count: 32)
        #expect(try RequestLine(parsing: "\(tag) ping".utf8).tag == tag)
    }

    private func code(of bytes: some Collection<UInt8>) -> BadCode? {
        do {
            _ = try RequestLine(parsing: bytes)
            return nil
        } catch {
            return error.code
        }
    }
}
