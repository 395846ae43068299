import Registry
import Testing

@Suite("Names of things")
struct NameTests {
    @Test(
        "Ids are a letter, a hyphen and a number",
        arguments: [
            ("O-1", 1), ("o-17", 17), ("O-9223372036854775807", Int64.max),
        ])
    func ids(text: String, number: Int64) {
        #expect(OrganisationID(text) == OrganisationID(number))
        #expect(OrganisationID(text)?.description == "O-\(number)")
    }

    @Test(
        "Other texts are no ids",
        arguments: [
            "", "O", "O-", "O-0", "O-01", "O--1", "O-+1", "P-1", "O1", "O-1 ", "O-1x", "O-١",
            "O-9223372036854775808", "O-99999999999999999999",
        ])
    func noIDs(text: String) {
        #expect(OrganisationID(text) == nil)
    }

    @Test(
        "Programme codes are read in capitals",
        arguments: [
            ("CDSMP", "CDSMP"), ("hlc-pain", "HLC-PAIN"), ("P2", "P2"),
        ])
    func codes(text: String, expected: String) {
        #expect(ProgrammeCode(text)?.text == expected)
    }

    @Test(
        "Other texts are no codes",
        arguments: [
            "", "2P", "-A", "A B", "A,B", "Ä", "A_B", String(repeating: "A", count: 33),
        ])
    func noCodes(text: String) {
        #expect(ProgrammeCode(text) == nil)
    }

    @Test(
        "Days of training are counted in halves",
        arguments: [
            ("4", 8), ("4.0", 8), ("4.5", 9), ("0.5", 1), ("0", 0), ("1000", 2000),
        ])
    func halves(text: String, count: Int) {
        #expect(HalfDays(text)?.count == count)
    }

    @Test(
        "Other lengths are refused",
        arguments: [
            "", ".5", "4.", "4.25", "4.50", "-1", "+1", "1000.5", "1e1", "4,5", "99999",
        ])
    func noHalves(text: String) {
        #expect(HalfDays(text) == nil)
    }

    @Test(
        "Counted activities keep their text",
        arguments: [
            "workshop:any", "workshop:in-person", "training:leader", "training:cross",
        ])
    func counted(text: String) {
        #expect(CountedActivity(text)?.text == text)
    }

    @Test("Other texts count nothing", arguments: ["workshop", "training:other", "talk:any", ""])
    func notCounted(text: String) {
        #expect(CountedActivity(text) == nil)
    }
}
