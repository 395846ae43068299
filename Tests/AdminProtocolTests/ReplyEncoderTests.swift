import AdminProtocol
import Registry
import Testing

@Suite struct ReplyEncoderTests {
    private static let everyType = DataLine(
        "thing",
        [
            Field("id", .word("O-1")), Field("name", .text("Pain Alliance West")),
            Field("short", .text("x")), Field("word", .word("two words")),
            Field("count", .integer(-3)), Field("days", .halves(9)), Field("whole", .halves(8)),
            Field("yes", .boolean(true)), Field("no", .boolean(false)),
            Field("programmes", .list(["CDSMP", "CPSMP"])), Field("none", .list([])),
            Field("on", .date(CivilDate(dayNumber: 0))), Field("empty", .text("")),
        ])

    @Test func writesEveryTypeAsText() {
        let text =
            #"@a * thing id=O-1 name="Pain Alliance West" short="x" word="two words" count=-3 "#
            + #"days=4.5 whole=4 yes=yes no=no programmes=CDSMP,CPSMP none="" on=1970-01-01 "#
            + #"empty="""# + "\n"
        #expect(encode(Self.everyType, tag: "@a", .text) == text)
    }

    @Test func writesEveryTypeAsJSON() {
        let json =
            #"{"kind":"thing","tag":"@a","id":"O-1","name":"Pain Alliance West","short":"x","#
            + #""word":"two words","count":-3,"days":4.5,"whole":4,"yes":true,"no":false,"#
            + #""programmes":["CDSMP","CPSMP"],"none":[],"on":"1970-01-01","empty":""}"# + "\n"
        #expect(encode(Self.everyType, tag: "@a", .json) == json)
    }

    struct FinalFixture: Sendable, CustomTestStringConvertible {
        var final: Final
        var tag: String?
        var text: String
        var json: String
        var testDescription: String { text }
    }

    private static let finals: [FinalFixture] = [
        FinalFixture(final: .ok, text: "OK", json: #"{"status":"OK"}"#),
        FinalFixture(
            final: .ok([Field("replayed", .boolean(true))]), tag: "@b", text: "@b OK replayed=yes",
            json: #"{"status":"OK","tag":"@b","replayed":true}"#),
        FinalFixture(
            final: .no(
                code: "prerequisite-missing", fields: [Field("reasons", .integer(1))],
                message: "P-8 must pass CDSMP", retry: false),
            text: #"NO prerequisite-missing reasons=1 message="P-8 must pass CDSMP""#,
            json: #"{"status":"NO","code":"prerequisite-missing","reasons":1,"#
                + #""message":"P-8 must pass CDSMP"}"#),
        FinalFixture(
            final: .no(.busy, message: "Again"), text: #"NO busy retry=yes message="Again""#,
            json: #"{"status":"NO","code":"busy","retry":true,"message":"Again"}"#),
        FinalFixture(
            final: .bye(code: .tooManySessions, message: "Later"),
            text: #"BYE too-many-sessions retry=yes message="Later""#,
            json: #"{"status":"BYE","code":"too-many-sessions","retry":true,"message":"Later"}"#),
        FinalFixture(
            final: ProtocolError.badValue("on", want: "a date").final,
            text: #"BAD bad-value argument=on want="a date" message="on must be a date.""#,
            json: #"{"status":"BAD","code":"bad-value","argument":"on","want":"a date","#
                + #""message":"on must be a date."}"#),
    ]

    @Test(arguments: finals) func writesFinals(_ fixture: FinalFixture) {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(fixture.final, tag: fixture.tag, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == fixture.text + "\n")
        bytes = []
        ReplyEncoder(format: .json).encode(fixture.final, tag: fixture.tag, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == fixture.json + "\n")
    }

    @Test func retryableCodes() {
        let retryable = NoCode.allCases.filter(\.isRetryable)
        #expect(retryable == [.busy, .storeUnavailable, .outcomeUnknown])
    }

    @Test func writesContinuationsAndTheGreetingsEnd() {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(.prompt("send\nCSV"), into: &bytes)
        ReplyEncoder(format: .json).encode(.prompt("send CSV"), into: &bytes)
        ReplyEncoder(format: .text).encode(.challenge("cj1v"), into: &bytes)
        ReplyEncoder(format: .json).encode(.challenge("cj1v"), into: &bytes)
        ReplyEncoder(format: .text).encodeReady(into: &bytes)
        let text =
            "+ send CSV\n{\"status\":\"continue\"}\n"
            + "+ cj1v\n{\"status\":\"continue\",\"data\":\"cj1v\"}\nOK ready\n"
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("\"\\\n\t", #""\"\\\n\t""#, #""\"\\\n\t""#),
        ("\r\u{0}\u{1B}\u{7F}", "\"\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\"", #""\r\u0000\u001b\u007f""#),
        ("a\u{9B}b\u{A0}é", "\"a\u{FFFD}b\u{A0}é\"", "\"a\\u009bb\u{A0}é\""),
        ("🦴/", "\"🦴/\"", "\"🦴/\""),
    ])
    func escapes(_ value: String, text: String, json: String) {
        let line = DataLine("x", [Field("v", .text(value))])
        #expect(encode(line, tag: nil, .text) == "* x v=\(text)\n")
        #expect(encode(line, tag: nil, .json) == "{\"kind\":\"x\",\"v\":\(json)}\n")
    }

    @Test(arguments: ["a\u{9B}", "a\u{7F}", "a\r"]) func aWordIsNeverBareWithAControl(
        _ word: String
    ) {
        let line = DataLine("x", [Field("v", .word(word))])
        #expect(encode(line, tag: nil, .text) == "* x v=\"a\u{FFFD}\"\n")
    }

    @Test func absentValuesAreLeftOut() {
        var line = DataLine("x")
        line.add("a", nil)
        line.add("b", text: nil)
        line.add("c", word: nil as OrganisationID?)
        line.add("d", integer: nil as Int?)
        line.add("e", halves: nil)
        line.add("f", boolean: nil)
        line.add("g", list: nil as [String]?)
        line.add("h", date: nil)
        #expect(line.fields.isEmpty)
        line.add("id", word: OrganisationID(7))
        line.add("days", halves: HalfDays(1))
        line.add("large", integer: UInt64.max)
        #expect(encode(line, tag: nil, .text) == "* x id=O-7 days=0.5 large=\(Int.max)\n")
    }

    @Test(arguments: [Int.min, 0, Int.max]) func writesEveryInteger(_ number: Int) {
        let line = DataLine("x", [Field("n", .integer(number))])
        #expect(encode(line, tag: nil, .json) == "{\"kind\":\"x\",\"n\":\(number)}\n")
    }

    @Test(arguments: [
        (0, "0"), (1, "0.5"), (-1, "-0.5"), (-9, "-4.5"), (Int.min, "-4611686018427387904"),
    ])
    func writesHalves(_ halves: Int, _ text: String) {
        #expect(FieldValue.halves(halves).plain == text)
    }

    @Test(arguments: ["kind", "status", "tag"])
    func reservedKeysAreFaults(_ key: String) {
        #expect(DataLine("x", [Field(key, .integer(1))]).faults == ["reserved \(key)"])
    }

    @Test func malformedAndRepeatedKeysAreFaults() {
        #expect(Self.everyType.faults.isEmpty)
        let line = DataLine("a b", [Field("c", .integer(1)), Field("c", .integer(1))])
        #expect(line.faults == ["kind a b", "repeated c"])
        #expect(DataLine("x", [Field("a=b", .integer(1))]).faults == ["malformed a=b"])
    }

    private func encode(_ line: DataLine, tag: String?, _ format: ReplyFormat) -> String {
        var bytes: [UInt8] = []
        ReplyEncoder(format: format).encode(line, tag: tag, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
