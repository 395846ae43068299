import AdminProtocol
import Testing

@Suite struct ArgumentTypeTests {
    struct Fixture: Sendable, CustomTestStringConvertible {
        var type: ArgumentType
        var good: [String]
        var bad: [String]
        var testDescription: String { type.symbol }
    }

    private static let fixtures: [Fixture] = [
        Fixture(
            type: .text, good: ["x", "Łódź", "a\nb", long("é", 1_000)],
            bad: ["", long("é", 1_001)]),
        Fixture(type: .externalID, good: ["a,b=\"c", long("x", 200)], bad: ["", long("x", 201)]),
        Fixture(
            type: .email, good: ["a@b.ie", "ä+c@d"],
            bad: ["a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", long("x", 254) + "@b"]),
        Fixture(
            type: .integer(-5...1_000), good: ["0", "-5", "1000", "007"],
            bad: [
                "", "+1", "-6", "1001", "1.0", "1e2", " 1", "٣", "99999999999999999999", "-", "0x1",
            ]),
        Fixture(
            type: .span(1...20), good: ["6", "6-12", "6-6"],
            bad: ["", "-", "6-", "-6", "12-6", "0-6", "6-21", "6-7-8", "a"]),
        Fixture(
            type: .halfDays, good: ["0.5", "4", "4.0", "4.5", "0"],
            bad: ["", ".5", "4.", "4.25", "4,5", "-1", "+1", "99999999999999999999", "4.5.0"]),
        Fixture(
            type: .date, good: ["2024-02-29", "today", "0001-01-01", "9999-12-31"],
            bad: [
                "2023-02-29", "Today", "2024-2-9", "24-02-29", "2024-02-30", "2024-13-01",
                "0000-01-01", "2024-02-29 ", "tomorrow", "2024/02/29", "+024-02-29",
            ]),
        Fixture(type: .boolean, good: ["yes", "no"], bad: ["", "true", "1", "Yes", "y"]),
        Fixture(type: .choice(["a", "b"]), good: ["a", "b"], bad: ["", "c", "A", "a,b"]),
        Fixture(
            type: .id(.person), good: ["P-1", "P-9223372036854775807", "ext:x", "ext:a=\"b,c"],
            bad: ["O-1", "P-0", "P-", "P1", "P-01", "P--1", "P-9223372036854775808", "ext:", "x"]),
        Fixture(
            type: .anyID([.organisation, .person]), good: ["P-1", "O-1", "ext:x"],
            bad: ["L-1", "ext:"]),
        Fixture(type: .programme, good: ["CDSMP", "HLC-PAIN"], bad: ["", "1X", "C P", "C,P"]),
        Fixture(
            type: .country, good: ["IE", "DK", "US"],
            bad: ["", "ie", "XX", "UK", "IRL", "\u{212A}E"]),
        Fixture(
            type: .language, good: ["da", "pt-BR", "gsw", "zh-Hant-TW"],
            bad: ["", "d", "danish", "pt-", "-pt", "pt_BR", "da,en", "pt-123456789"]),
        Fixture(type: .word, good: ["doctor", "x-1"], bad: ["", "1x", "a b", "ä", long("x", 65)]),
        Fixture(
            type: .requestToken, good: ["a", "2026:x_y.z-1", "ä/b+c=", long("x", 64)],
            bad: ["", "a b", "a\u{A0}b", "a\u{200B}", long("x", 65)]),
        Fixture(
            type: .list(of: .id(.person)), good: ["P-1", "P-1,P-2", "ext:x y,P-1"],
            bad: [",", "P-1,", ",P-1", "P-1,,P-2", "P-1, P-2", "P-1;P-2", "P-1,O-2"]),
        Fixture(
            type: .list(of: .word), good: ["a,b"],
            bad: ["a,1", String(repeating: "a,", count: 6_000)]),
        Fixture(type: .form("x"), good: ["virtual:8-12"], bad: [""]),
    ]

    @Test(arguments: fixtures) func accepts(_ fixture: Fixture) {
        for value in fixture.good {
            #expect(fixture.type.accepts(value), "\(value.prefix(40))")
        }
        for value in fixture.bad {
            #expect(!fixture.type.accepts(value), "\(value.prefix(40))")
        }
        #expect(!fixture.type.want.isEmpty)
    }

    @Test(arguments: IDKind.allCases) func everyKindReadsItsLetterOnly(_ kind: IDKind) {
        for other in IDKind.allCases {
            #expect(kind.accepts("\(other.letter)-1") == (kind == other))
        }
    }

    @Test func anEmptyValueIsTakenWhereAllowed() {
        let open = ArgumentSpec("until", .date, allowsEmpty: true, "x")
        #expect(open.accepts(""))
        #expect(open.accepts("today"))
        #expect(!open.accepts("x"))
        #expect(!ArgumentSpec("until", .date, "x").accepts(""))
        #expect(open.want.hasSuffix("or \"\" for none"))
    }

    @Test func allCountriesAreThere() {
        #expect(CountryCode.all.count == 249)
        #expect(CountryCode.all.allSatisfy { $0.utf8.count == 2 })
    }

    private static func long(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }
}
