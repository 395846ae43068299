import AdminProtocol
import Shell
import Testing

struct RequestQuotingTests {
    @Test(arguments: [
        ("ping", "ping"),
        ("O-1", "O-1"),
        ("@a", "@a"),
        ("programme=CPSMP", "programme=CPSMP"),
        ("name=Pain Alliance West", #"name="Pain Alliance West""#),
        (#"name="Pain Alliance West""#, #"name="Pain Alliance West""#),
        (#"name="say \"hi\"""#, #"name="say \"hi\"""#),
        (#"name="a"b""#, #"name="\"a\"b\"""#),
        (#"name="half"#, #"name="\"half""#),
        (#"name="bad \x escape""#, #"name="\"bad \\x escape\"""#),
        (#"name=""#, #"name="\"""#),
        (#"name="""#, #"name="""#),
        ("until=", #"until="""#),
        ("", #""""#),
        (#"path=a\b"#, #"path=a\b"#),
        (#"path=a \b"#, #"path="a \\b""#),
        ("note=one\ntwo\tthree", #"note="one\ntwo\tthree""#),
        ("note=a=b", #"note="a=b""#),
        ("http://x?y=z", #""http://x?y=z""#),
        ("=x", #""=x""#),
        ("Ærø Å", #""Ærø Å""#),
        ("name=Ærø", "name=Ærø"),
    ])
    func tokens(argument: String, token: String) throws {
        #expect(try RequestQuoting.token(argument) == token)
    }

    @Test(arguments: [
        "Pain Alliance West", #"a"b"#, #"back\slash"#, "two\nlines", "a=b", "tab\tbed", "Å 工", "",
    ])
    func valueArrives(value: String) throws {
        let line = try RequestQuoting.line(["organisation", "add", "name=\(value)"])
        let request = try RequestLine(parsing: line.utf8)
        #expect(request.tokens.last?.key == "name")
        #expect(request.tokens.last?.value == value)
    }

    @Test func oneArgumentWithSpacesIsALine() throws {
        let line = #"organisation add name="A B""#
        #expect(try RequestQuoting.line([line]) == line)
    }

    @Test(arguments: ["name=\u{1B}[31m", "name=\0", "name=a\rb", "name=\u{9B}2J", "ping \u{7}"])
    func controlsAreRefused(argument: String) {
        #expect(throws: ShellFailure.self) { try RequestQuoting.line([argument]) }
    }
}
