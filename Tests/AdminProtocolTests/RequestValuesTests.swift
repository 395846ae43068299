import AdminProtocol
import Registry
import Testing

@Suite struct RequestValuesTests {
    private enum Kind: String { case leader, cross }

    private static let today = CivilDate(dayNumber: 20_000)

    private static let full = try? SampleGrammar.request(
        "@a training record CPSMP kind=cross from=today days=1.5 passed=P-7,ext:k:8 needs=CDSMP "
            + "sessions=6-12 minutes=150 roles=leader,cross professions=doctor,nurse "
            + "modes=virtual:8-12 waived=yes reason=why request=r:1 dry-run=yes")

    @Test func readsEveryType() throws {
        let request = try #require(Self.full)
        #expect(try request.programme("programme") == ProgrammeCode("CPSMP"))
        #expect(try request.choice("kind", as: Kind.self) == .cross)
        #expect(try request.date("from", today: Self.today) == Self.today)
        #expect(try request.halfDays("days") == HalfDays(3))
        #expect(
            try request.ids("passed", as: PersonID.self) == [.id(PersonID(7)), .external("k:8")])
        #expect(try request.programmes("needs") == [ProgrammeCode("CDSMP")])
        #expect(try request.span("sessions") == 6...12)
        #expect(try request.integer("minutes") == 150)
        #expect(try request.choices("roles", as: Kind.self) == [.leader, .cross])
        #expect(try request.list("professions") == ["doctor", "nurse"])
        #expect(try request.text("modes") == "virtual:8-12")
        #expect(try request.boolean("waived"))
        #expect(request.reason == "why")
        #expect(request.requestToken == "r:1")
        #expect(request.isDryRun)
        #expect(request.ifVersion == nil)
    }

    @Test func absentIsNilAndClearedIsToldApart() throws {
        let request = try SampleGrammar.request(#"licence amend L-1 until="" if-version=3"#)
        #expect(request.isGiven("until"))
        #expect(try request.optionalDate("until", today: Self.today) == nil)
        #expect(!request.isGiven("language"))
        #expect(request.optionalText("language") == nil)
        #expect(request.ifVersion == 3)
        #expect(!request.isDryRun)
        #expect(try request.boolean("dry-run", default: true))
        #expect(try request.optionalBoolean("dry-run") == nil)
        #expect(try request.optionalChoice("x", as: Kind.self) == nil)
        #expect(try request.id("licence", as: LicenceID.self) == .id(LicenceID(1)))
    }

    @Test(arguments: [
        ("DA", "da"), ("pt-br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"),
        ("SL-ROZAJ-biske", "sl-rozaj-biske"),
        ("en-X-TW", "en-x-tw"), ("ES-419", "es-419"),
    ])
    func aLanguageHasOneSpelling(_ given: String, _ wanted: String) throws {
        let request = try SampleGrammar.request("licence amend L-1 language=\(given)")
        #expect(request.optionalLanguage("language") == wanted)
        #expect(request.optionalLanguage("until") == nil)
    }

    @Test func anEmptyListIsTheListOfNothing() throws {
        let request = try SampleGrammar.request(
            #"training record CPSMP kind=cross from=2026-03-02 reason=x passed="""#)
        #expect(try request.ids("passed", as: PersonID.self).isEmpty)
        #expect(try request.ids("absent", as: PersonID.self).isEmpty)
    }

    @Test func anExternalIDMayHoldAnything() throws {
        let request = try SampleGrammar.request(#"licence show "ext:a=b, \"c\" ext:d""#)
        let reference = try request.id("licence", as: LicenceID.self)
        #expect(reference == .external("a=b, \"c\" ext:d"))
    }

    @Test func pagingHasDefaults() throws {
        let plain = try SampleGrammar.request("licence list")
        #expect(plain.limit == ProtocolLimits.defaultPage)
        #expect(plain.after == nil)
        let paged = try SampleGrammar.request("licence list limit=7 after=L-9")
        #expect(paged.limit == 7)
        #expect(paged.after == "L-9")
    }

    @Test func readingAnotherTypeIsABadValue() throws {
        let request = try #require(Self.full)
        let wrong = #expect(throws: ProtocolError.self) { try request.integer("kind") }
        #expect(wrong?.code == .badValue)
        #expect(wrong?.argument == "kind")
        #expect(wrong?.want == "one of leader, cross")
        #expect(wrong?.tag == "@a")
        let absent = #expect(throws: ProtocolError.self) { try request.id("x", as: EventID.self) }
        #expect(absent?.code == .missingArgument)
        #expect(absent?.argument == "x")
    }
}
