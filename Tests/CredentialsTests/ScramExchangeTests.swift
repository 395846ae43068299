import Testing

@testable import Credentials

/// Both sides of ours against each other, and the server against what it must not take.
@Suite struct ScramExchangeTests {
    private static func verifier(_ password: String = "pencil") throws -> ScramVerifier {
        ScramVerifier(of: try PreparedPassword(password))
    }

    /// Plays an exchange; gives how each side ended.
    private func play(
        _ name: String, _ password: String, against verifier: ScramVerifier
    ) throws -> (server: ScramServer.Action, client: ScramClient.Action) {
        var client = ScramClient(name: name, password: try PreparedPassword(password))
        var server = ScramServer()
        #expect(server.receive(client.first) == .lookUp(name: name))
        let made = server.challenge(verifier)
        let challenge = try #require(made)
        let proof = try client.proof(for: challenge)
        let end = server.receive(proof)
        guard case .succeed(let signature) = end else { return (end, client.receive("e=other")) }
        return (end, client.receive(signature))
    }

    @Test(arguments: ["user", "a,b=c", "=2C", "müller@example.org"], ["pencil", "p ä ß", "x"])
    func theRightPasswordIsLetIn(_ name: String, _ password: String) throws {
        let (server, client) = try play(name, password, against: try Self.verifier(password))
        #expect(client == .succeed)
        #expect(server.isSuccess)
    }

    @Test func aWrongPasswordIsNot() throws {
        let (server, client) = try play("user", "pencils", against: try Self.verifier())
        #expect(server == .fail)
        #expect(client == .fail)
    }

    /// A server that only stole what others see cannot pretend.
    @Test func aServerWithoutTheKeyIsFoundOut() throws {
        var client = ScramClient(name: "user", password: try PreparedPassword("pencil"))
        var server = ScramServer()
        _ = server.receive(client.first)
        let made = try server.challenge(Self.verifier("other"))
        let challenge = try #require(made)
        _ = try client.proof(for: challenge)
        #expect(client.receive("v=\(Base64.encode([UInt8](repeating: 1, count: 32)))") == .fail)
        #expect(client.receive("v=") == .fail)
    }

    @Test func whoIsNotThereIsAskedForTheSameSaltEachTime() {
        let secret: [UInt8] = [1, 2, 3]
        let first = ScramVerifier(fakeFor: "nobody", secret: secret)
        let again = ScramVerifier(fakeFor: "nobody", secret: secret)
        #expect(first.salt == again.salt && first.iterations == again.iterations)
        #expect(first.salt != ScramVerifier(fakeFor: "somebody", secret: secret).salt)
        #expect(first.salt != ScramVerifier(fakeFor: "nobody", secret: [9]).salt)
        #expect(first.salt.count == ScramLimits.saltLength)
    }

    @Test(arguments: [
        "", "n", "n,,", "n,,n=user", "n,,r=abc,n=user", "p=tls-unique,,n=user,r=abc",
        "n,a=other,n=user,r=abc", "n,,n=,r=abc", "n,,n=us=er,r=abc", "n,,n=user,r=",
        "n,,n=user,r=a b", "n,,m=x,n=user,r=abc", "n,,n=user,r=a\u{7}b", "x,,n=user,r=abc",
        "n,,n=user,r=" + String(repeating: "a", count: 5_000),
    ])
    func aFirstMessageThatIsNoneIsRefused(_ message: String) {
        var server = ScramServer()
        #expect(server.receive(message) == .fail)
        #expect(server.receive("n,,n=user,r=abc") == .fail, "it is over")
    }

    @Test(arguments: ["n,,n=user,r=abc", "y,,n=user,r=abc", "n,a=user,n=user,r=abc,x=more"])
    func aFirstMessageOfAnyAllowedFormIsTaken(_ message: String) {
        var server = ScramServer()
        #expect(server.receive(message) == .lookUp(name: "user"))
    }

    /// Whatever is changed in the last message, it is refused.
    @Test(arguments: [
        ("c=biws", "c=eSws"), ("r=", "r=x"), (",p=", ",q="), ("c=", "d="), (",p=", ",x=1,p="),
        ("c=biws,", ""),
    ])
    func aChangedProofIsRefused(_ change: (String, String)) throws {
        var client = ScramClient(name: "user", password: try PreparedPassword("pencil"))
        var server = ScramServer()
        _ = server.receive(client.first)
        let made = try server.challenge(Self.verifier())
        let challenge = try #require(made)
        let proof = try client.proof(for: challenge)
        let changed = proof.replacing(change.0, with: change.1, maxReplacements: 1)
        #expect(changed != proof)
        #expect(server.receive(changed) == .fail)
        #expect(server.receive(proof) == .fail, "there is no second try")
    }

    @Test(arguments: [
        "", "r=other,s=AAAA,i=4096", "r=abc,s=AAAA,i=4096", "r=abcd,s=,i=4096", "r=abcd,s=AAAA",
        "r=abcd,s=AAAA,i=1", "r=abcd,s=AAAA,i=99999999", "m=x,r=abcd,s=AAAA,i=4096",
    ])
    func aChallengeThatMakesNoSenseIsNotAnswered(_ challenge: String) throws {
        var client = ScramClient(
            name: "user", password: try PreparedPassword("pencil"), nonce: "abc")
        #expect(client.receive(challenge) == .fail)
        #expect(client.receive("r=abcd,s=AAAA,i=4096") == .fail, "it is over")
    }
}

extension ScramServer.Action {
    fileprivate var isSuccess: Bool {
        if case .succeed = self { true } else { false }
    }
}

extension ScramClient {
    /// What it answers to a challenge that it takes.
    fileprivate mutating func proof(for challenge: String) throws -> String {
        let action = receive(challenge)
        guard case .send(let proof) = action else { throw NoProof() }
        return proof
    }

    private struct NoProof: Error {}
}
