import Testing

@testable import Credentials

@Suite struct AccessTokenTests {
    @Test func isReadBackAndNeverComesTwice() throws {
        let tokens = (0..<100).map { _ in AccessToken() }
        #expect(Set(tokens.map(\.text)).count == tokens.count)
        for token in tokens {
            #expect(token.text.utf8.count == 47)
            let again = try #require(AccessToken(token.text))
            #expect(again == token && again.hash == token.hash)
        }
        #expect(Set(tokens.map(\.hash)).count == tokens.count)
    }

    @Test(arguments: [
        "", "lic_", String(repeating: "a", count: 47), "lic_" + String(repeating: "a", count: 42),
        "lic_" + String(repeating: "a", count: 44), "lic_" + String(repeating: "=", count: 43),
        "LIC_" + String(repeating: "a", count: 43),
    ])
    func nothingElseIsOne(_ text: String) { #expect(AccessToken(text) == nil) }

    /// SHA-256 of the text, as any other program would compute it.
    @Test func isKeptAsItsHash() throws {
        let token = try #require(AccessToken("lic_" + String(repeating: "A", count: 43)))
        let hex = token.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        #expect(
            hex.joined()
                == "92b2218db7428b818859bfa44e6340aaf50f5d8255bd35558449fcffa574e9a5")
    }
}
