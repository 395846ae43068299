import Shell
import Testing

struct ReceivedLineTests {
    @Test func dataInText() {
        let line = ReceivedLine(Array(#"@a * organisation id=O-1 name="A \"B\"""#.utf8))
        let row = DataRow(
            kind: "organisation", fields: [ReplyPair("id", "O-1"), ReplyPair("name", #"A "B""#)])
        #expect(line.meaning == .data(row))
        #expect(!line.isJSON)
    }

    @Test(arguments: [
        (#"OK"#, ShellStatus.done), (#"@x NO not-found message="No O-9.""#, .refused),
        (#"BAD syntax message="?""#, .misunderstood), (#"BYE shutdown message="!""#, .disconnected),
        (#"BYE logout message="Bye.""#, .done), (#"{"status":"OK"}"#, .done),
        (#"{"status":"NO","tag":"@x","code":"not-found","message":"No."}"#, .refused),
        (#"{"status":"BAD","code":"syntax"}"#, .misunderstood),
        (#"{"status":"BYE","code":"idle"}"#, .disconnected),
        (#"{"status":"BYE","code":"logout"}"#, .done),
    ])
    func finals(text: String, status: ShellStatus) {
        guard case .final(let outcome) = ReceivedLine(Array(text.utf8)).meaning else {
            Issue.record("not final: \(text)")
            return
        }
        #expect(outcome.exitStatus == status)
    }

    @Test func continuations() {
        #expect(
            ReceivedLine(Array("+ send CSV".utf8)).meaning == .continuation(prompt: "send CSV"))
        #expect(
            ReceivedLine(Array(#"{"status":"continue"}"#.utf8)).meaning == .continuation(prompt: "")
        )
    }

    @Test func dataInJSONMayHoldAnyFact() {
        let line = ReceivedLine(Array(#"{"kind":"run","items":3,"list":["a"],"x":null}"#.utf8))
        #expect(line.meaning == .data(DataRow(kind: "run", fields: [])))
    }

    @Test(arguments: [
        "", "HTTP/1.1 400 Bad Request", "{", #"{"a":1}"#, "220 mail ESMTP", "* ", "\u{1B}",
    ])
    func strangers(text: String) {
        #expect(ReceivedLine(Array(text.utf8)).meaning == .unreadable)
    }
}
