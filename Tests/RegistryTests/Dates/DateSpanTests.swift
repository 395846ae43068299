import Registry
import Testing

@Suite("Spans of days")
struct DateSpanTests {
    @Test(
        "Both ends belong to the span",
        arguments: [
            ("2024-01-09", false), ("2024-01-10", true), ("2024-01-20", true),
            ("2024-01-21", false),
        ])
    func contains(text: String, expected: Bool) {
        #expect(span("2024-01-10", "2024-01-20").contains(day(text)) == expected)
    }

    @Test(
        "Spans overlap when a day is in both",
        arguments: [
            ("2024-01-01", "2024-01-09", false), ("2024-01-01", "2024-01-10", true),
            ("2024-01-12", "2024-01-13", true), ("2024-01-20", "2024-02-01", true),
            ("2024-01-21", "2024-02-01", false), ("2024-01-15", "2024-01-14", false),
        ])
    func overlap(from: String, until: String, expected: Bool) {
        let fixed = span("2024-01-10", "2024-01-20")
        #expect(fixed.overlaps(span(from, until)) == expected)
        #expect(span(from, until).overlaps(fixed) == expected)
        #expect((fixed.intersection(span(from, until)) != nil) == expected)
    }

    @Test("A span without an end holds every later day")
    func open() {
        #expect(span("2024-01-10").contains(.last))
        #expect(span("2024-01-10").intersection(span("2023-01-01")) == span("2024-01-10"))
        #expect(
            span("2024-01-10").intersection(span("2023-01-01", "2024-02-01"))
                == span("2024-01-10", "2024-02-01"))
    }
}
