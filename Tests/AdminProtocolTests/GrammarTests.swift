import AdminProtocol
import Testing

@Suite struct GrammarTests {
    @Test func theSampleTableHasNoFaults() {
        #expect(SampleGrammar.grammar.faults == [])
    }

    @Test(arguments: [
        ("ping", "ping"), ("PING", "ping"), ("Licence SHOW L-1", "licence show"),
        ("check", "check"), ("check organisation O-1", "check organisation"),
        ("@a licence list", "licence list"),
    ])
    func matchesLongestWhateverTheCase(_ line: String, _ name: String) throws {
        #expect(try SampleGrammar.request(line).command.name == name)
    }

    /// Who may call it is asked before what it is given.
    @Test func knowsTheCommandWhateverItsArguments() throws {
        for (text, name) in [
            ("@a LICENCE show x=1 L-1 L-2", "licence show"), ("check nonsense", "check"),
        ] {
            let line = try RequestLine(parsing: text.utf8)
            #expect(SampleGrammar.grammar.command(of: line)?.name == name)
        }
        #expect(SampleGrammar.grammar.command(of: try RequestLine(parsing: "x y".utf8)) == nil)
    }

    @Test func keepsTheTagAndTheLine() throws {
        let request = try SampleGrammar.request("@a licence show L-1")
        #expect(request.tag == "@a")
        #expect(request.line.canonical == "licence show L-1")
    }

    @Test(arguments: [
        "licence show L-3", "licence show licence=L-3", "licence show \"L-3\"",
        "licence show licence=\"L-3\"",
    ])
    func theTokenWithoutAKeyIsTheSubject(_ line: String) throws {
        #expect(try SampleGrammar.request(line).arguments == ["licence": "L-3"])
    }

    @Test func theSubjectMayStandAnywhere() throws {
        let request = try SampleGrammar.request(#"organisation add country=IE "Pain Alliance""#)
        #expect(request.arguments == ["country": "IE", "name": "Pain Alliance"])
    }

    @Test func helpTakesWords() throws {
        #expect(try SampleGrammar.request("help Licence grant").words == ["licence", "grant"])
        #expect(try SampleGrammar.request("help").words == [])
        #expect(SampleGrammar.error("help a=b")?.code == .syntax)
        #expect(SampleGrammar.error("help \"licence\"")?.code == .syntax)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var line: String
        var code: BadCode
        var argument: String?
        var didYouMean: String?
        var testDescription: String { line }
    }

    private static let refusals: [Refusal] = [
        Refusal(line: "pong", code: .unknownCommand, didYouMean: "ping"),
        Refusal(line: "licens show L-1", code: .unknownCommand, didYouMean: "licence show"),
        Refusal(line: "licence shwo L-1", code: .unknownCommand, didYouMean: "licence show"),
        Refusal(line: "licence", code: .unknownCommand, didYouMean: "licence show"),
        Refusal(line: "orgnisation add X", code: .unknownCommand, didYouMean: "organisation add"),
        Refusal(line: "licence \"show\" L-1", code: .unknownCommand, didYouMean: "licence show"),
        Refusal(line: "licnec lsit", code: .unknownCommand, didYouMean: "licence list"),
        Refusal(line: "licence shw=1", code: .unknownCommand, didYouMean: "licence show"),
        Refusal(
            line: "licence show licens=L-1", code: .unknownArgument, argument: "licens",
            didYouMean: "licence"),
        Refusal(
            line: "licence show L-1 Licence=L-1", code: .unknownArgument, argument: "Licence",
            didYouMean: "licence"),
        Refusal(line: "licence show L-1 zebra=1", code: .unknownArgument, argument: "zebra"),
        Refusal(line: "licence show L-1 request=a", code: .unknownArgument, argument: "request"),
        Refusal(
            line: "organisation add X country=IE if-version=1", code: .unknownArgument,
            argument: "if-version"),
        Refusal(line: "ping O-1", code: .unknownArgument, argument: "O-1"),
        Refusal(line: "ping \"secret name\"", code: .unknownArgument, argument: "value"),
        Refusal(
            line: "licence show L-1 licence=L-1", code: .duplicateArgument, argument: "licence"),
        Refusal(
            line: "organisation add X country=IE country=IE", code: .duplicateArgument,
            argument: "country"),
        Refusal(line: "licence show L-1 L-2", code: .syntax),
        Refusal(line: "organisation add name=Pain Alliance West country=IE", code: .syntax),
        Refusal(line: "licence show", code: .missingArgument, argument: "licence"),
        Refusal(line: "organisation add X", code: .missingArgument, argument: "country"),
        Refusal(
            line: "training record CPSMP kind=cross from=today", code: .missingArgument,
            argument: "reason"),
        Refusal(line: "licence show O-1", code: .badValue, argument: "licence"),
        Refusal(line: "licence show \"\"", code: .badValue, argument: "licence"),
        Refusal(line: "format xml", code: .badValue, argument: "format"),
        Refusal(line: "licence amend L-1 until=2023-02-29", code: .badValue, argument: "until"),
        Refusal(line: "licence amend L-1 if-version=0", code: .badValue, argument: "if-version"),
        Refusal(line: "licence amend L-1 dry-run=true", code: .badValue, argument: "dry-run"),
        Refusal(line: "licence amend L-1 request=\"a b\"", code: .badValue, argument: "request"),
        Refusal(line: "licence amend L-1 request=\"\"", code: .badValue, argument: "request"),
        Refusal(line: "licence amend L-1 reason=\"\"", code: .badValue, argument: "reason"),
        Refusal(line: "licence list limit=0", code: .badValue, argument: "limit"),
        Refusal(line: "licence list limit=1001", code: .badValue, argument: "limit"),
    ]

    @Test(arguments: refusals) func refuses(_ refusal: Refusal) throws {
        let error = try #require(SampleGrammar.error("@a " + refusal.line))
        #expect(error.code == refusal.code)
        #expect(error.argument == refusal.argument)
        #expect(error.didYouMean == refusal.didYouMean)
        #expect((error.want != nil) == [.badValue, .missingArgument].contains(refusal.code))
        #expect(error.tag == "@a")
        #expect(error.message.hasSuffix("."))
    }

    @Test func unknownCommandsAlwaysHaveANearest() {
        let words = String(repeating: "x", count: 60_000)
        for line in [words, "zzz yyy xxx", String(repeating: "a ", count: 30_000)] {
            #expect(SampleGrammar.error(line)?.didYouMean != nil)
        }
        #expect(SampleGrammar.error(words)?.message.utf8.count ?? 0 < 200)
    }

    @Test func anEmptyTableRefusesWithoutASuggestion() throws {
        let line = try RequestLine(parsing: "ping".utf8)
        let error = #expect(throws: ProtocolError.self) { try Grammar([]).match(line) }
        #expect(error?.code == .unknownCommand)
        #expect(error?.didYouMean == nil)
    }

    @Test func faultsOfATableAreFound() {
        let argument = ArgumentSpec("a", .text, isSubject: true, "x")
        let second = ArgumentSpec("b", .text, isSubject: true, "x")
        let table = Grammar([
            CommandSpec(["x"], "X.", example: "x"), CommandSpec(["x"], "X.", example: "x"),
            CommandSpec(["Y"], "Y.", example: "x"),
            CommandSpec(["z"], "Z.", arguments: [argument, argument, second], example: "z b=1"),
        ])
        #expect(
            table.faults == [
                "x: repeated", "Y: word Y", "Y: example", "z: a repeated", "z: subjects",
            ])
    }
}
