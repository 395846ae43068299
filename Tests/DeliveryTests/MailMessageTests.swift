import Foundation
import Testing

@testable import Delivery

/// What goes over the wire, byte by byte.
@Suite struct MailMessageTests {
    static let subjects: [(text: String, header: String)] = [
        ("3 notices", "3 notices"),
        ("Ålborg", "=?utf-8?B?w4VsYm9yZw==?="),
        ("=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?="),
        ("a\r\nBcc: x@example.org", "=?utf-8?B?YSAgQmNjOiB4QGV4YW1wbGUub3Jn?="),
    ]

    @Test(arguments: subjects)
    func headersAreASCII(text: String, header: String) {
        #expect(EncodedWord.unstructured(text) == header)
    }

    @Test func quotesAName() {
        #expect(EncodedWord.phrase("Pain \"West\" \\ Ltd") == "\"Pain \\\"West\\\" \\\\ Ltd\"")
    }

    /// RFC 2047: an encoded word has at most 75 signs, and none ends inside of a character.
    @Test(arguments: ["Smerteforeningen Ålborg og Århus, afdelingen for selvhjælp", "🧑‍⚕️"])
    func longNamesAreCutBetweenCharacters(word: String) throws {
        let text = String(repeating: word + " ", count: 20)
        let words = EncodedWord.phrase(text).components(separatedBy: "\n ")
        #expect(words.count > 5)
        var decoded = ""
        for word in words {
            #expect(word.utf8.count <= 75)
            let inner = word.dropFirst("=?utf-8?B?".count).dropLast("?=".count)
            let data = try #require(Data(base64Encoded: String(inner)))
            decoded += try #require(String(data: data, encoding: .utf8))
        }
        #expect(decoded == text)
    }

    static let bodies: [(text: String, encoded: String)] = [
        ("plain", "plain"),
        ("a=b", "a=3Db"),
        ("Å", "=C3=85"),
        ("blank \nnext", "blank=20\nnext"),
        (String(repeating: "x", count: 76), String(repeating: "x", count: 75) + "=\nx"),
        (String(repeating: "Å", count: 13), String(repeating: "=C3=85", count: 12) + "=C3=\n=85"),
    ]

    @Test(arguments: bodies)
    func bodiesAreQuotedPrintable(text: String, encoded: String) {
        #expect(QuotedPrintable.text(text) == encoded)
        let lines = QuotedPrintable.text(text).split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }

    static let moments: [(Int64, String)] = [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"),
        (1_782_785_709, "Tue, 30 Jun 2026 02:15:09 +0000"),
        (951_868_799, "Tue, 29 Feb 2000 23:59:59 +0000"),
    ]

    @Test(arguments: moments)
    func datesAreThoseOfMail(moment: Int64, text: String) {
        #expect(MailMessage.date(moment) == text)
    }

    @Test(arguments: ["a@b", "first.last+tag@mail.example.org", "o'brien@example.org"])
    func takesAddresses(text: String) {
        #expect(MailAddress(text)?.description == text)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "-f@example.org", "a b@example.org", "a@b@c", "a..b@example.org",
        "a@example..org", "a@exa\nmple.org", "<a@example.org>", "å@example.org", "\"a\"@b.org",
    ])
    func refusesWhatMeansSomething(text: String) {
        #expect(MailAddress(text) == nil)
    }
}
