import Testing

@testable import Credentials

@Suite struct PasswordTests {
    /// The examples of RFC 4013, section 3, and what people type.
    @Test(arguments: [
        ("I\u{AD}X", "IX"), ("user", "user"), ("USER", "USER"), ("\u{AA}", "a"),
        ("\u{2168}", "IX"), ("a\u{A0}b", "a b"), ("a\u{3000}b", "a b"), ("e\u{301}", "é"),
        ("\u{627}\u{31}\u{628}", "\u{627}1\u{628}"), ("\u{FB01}n", "fin"),
    ])
    func isTakenInOneSpelling(_ text: String, _ normal: String) throws {
        #expect(try PreparedPassword(text).utf8 == Array(normal.utf8))
        #expect(try PreparedPassword(text) == PreparedPassword(normal))
    }

    @Test(arguments: [
        ("", PasswordFault.empty), ("\u{AD}", .empty), ("\u{7}", .prohibited),
        ("a\tb", .prohibited),
        ("\u{E000}", .prohibited), ("\u{FFFD}", .prohibited), ("\u{1FFFE}", .prohibited),
        ("😀", .prohibited), ("a\u{202E}b", .prohibited), ("\u{627}\u{31}", .mixedDirections),
        ("\u{627}a\u{628}", .mixedDirections), (String(repeating: "a", count: 1_025), .tooLong),
    ])
    func isRefusedWhereClientsWould(_ text: String, _ fault: PasswordFault) {
        #expect(throws: fault) { try PreparedPassword(text) }
    }

    @Test func aGeneratedOneIsTakenAndNeverComesTwice() throws {
        let made = (0..<100).map { _ in GeneratedPassword.make() }
        #expect(Set(made).count == made.count)
        for password in made {
            #expect(password.utf8.count == 27)
            #expect(try PreparedPassword(password).utf8 == Array(password.utf8))
        }
    }
}
