import Testing

@testable import Credentials

/// The exchange of RFC 7677, section 3, and a verifier that PostgreSQL made.
@Suite struct ScramVectorTests {
    private static let nonce = "rOprNGfwEbeRWgbNEkqO"
    private static let both = nonce + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    private static let clientFirst = "n,,n=user,r=\(nonce)"
    private static let serverFirst = "r=\(both),s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
    private static let clientFinal =
        "c=biws,r=\(both),p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
    private static let serverFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="

    private static func verifier() throws -> ScramVerifier {
        let salt = try #require(Base64.decode("W22ZaJ0SNY7soEsUEjb6gQ=="))
        return ScramVerifier(of: try PreparedPassword("pencil"), salt: salt, 4_096)
    }

    @Test func theServersSide() throws {
        var server = ScramServer(nonce: String(Self.both.dropFirst(Self.nonce.count)))
        #expect(server.receive(Self.clientFirst) == .lookUp(name: "user"))
        #expect(server.challenge(try Self.verifier()) == Self.serverFirst)
        #expect(server.receive(Self.clientFinal) == .succeed(Self.serverFinal))
    }

    @Test func theClientsSide() throws {
        var client = ScramClient(
            name: "user", password: try PreparedPassword("pencil"), nonce: Self.nonce)
        #expect(client.first == Self.clientFirst)
        #expect(client.receive(Self.serverFirst) == .send(Self.clientFinal))
        #expect(client.receive(Self.serverFinal) == .succeed)
    }

    /// `CREATE ROLE … PASSWORD 'pencil'` with this salt gives this text in `pg_authid`.
    @Test func isWrittenAsPostgreSQLWritesIt() throws {
        let text =
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
            + "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
            + "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
        #expect(try Self.verifier().text == text)
        #expect(ScramVerifier(text) == (try Self.verifier()))
    }

    @Test(arguments: [
        "", "SCRAM-SHA-256", "md5abc", "SCRAM-SHA-256$4096:AAAA$AAAA:AAAA",
        "SCRAM-SHA-256$1:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
            + "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
    ])
    func readsNothingElse(_ text: String) { #expect(ScramVerifier(text) == nil) }
}
