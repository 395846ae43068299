import Shell
import Testing

struct ReplyPageTests {
    private func page(_ columns: Int = 80, colour: Bool = false) -> ReplyPage {
        ReplyPage(columns: columns, colours: Colours(isOn: colour))
    }

    private func row(_ kind: String, _ fields: (String, String)...) -> DataRow {
        DataRow(kind: kind, fields: fields.map { ReplyPair($0.0, $0.1) })
    }

    @Test func severalBecomeATable() {
        let rows = [
            row("organisation", ("id", "O-1"), ("name", "工人"), ("version", "9")),
            row(
                "organisation", ("id", "O-12"), ("name", "Ærø e\u{301}"), ("version", "10"),
                ("state", "closed")),
        ]
        #expect(
            page().lines(of: rows) == [
                "id    name   version  state",
                "O-1   工人         9",
                "O-12  Ærø e\u{301}       10  closed",
            ])
    }

    @Test func aTableTooWideBecomesBlocks() {
        let rows = [
            row("p", ("id", "P-1"), ("name", "Ann")), row("p", ("id", "P-2"), ("name", "Bo")),
        ]
        #expect(
            page(7).lines(of: rows) == [
                "p", "  id:   P-1", "  name: Ann", "", "p", "  id:   P-2", "  name: Bo",
            ])
    }

    @Test func oneBecomesAList() {
        #expect(
            page().lines(of: [row("licence", ("id", "L-1"), ("programmes", "CDSMP,CPSMP"))])
                == ["licence", "  id:         L-1", "  programmes: CDSMP,CPSMP"])
    }

    @Test func reasonsAreSentences() {
        let rows = [
            row("reason", ("code", "no-peer-leader"), ("for", "offer"), ("programme", "CPSMP"))
        ]
        #expect(page().lines(of: rows) == ["  reason no-peer-leader: for=offer programme=CPSMP"])
        #expect(page().lines(of: [row("warning", ("code", "w"))]) == ["  warning w"])
    }

    @Test func helpIsText() {
        let rows = [row("help", ("text", "ping")), row("help", ("text", "  x: y"))]
        #expect(page().lines(of: rows) == ["ping", "  x: y"])
    }

    @Test func finals() {
        let ok = Outcome(status: .ok)
        #expect(page().lines(of: ok, afterData: true) == [])
        #expect(page().lines(of: ok, afterData: false) == ["OK"])
        let more = Outcome(
            status: .ok, fields: [ReplyPair("more", "yes"), ReplyPair("next", "O-3")])
        #expect(
            page().lines(of: more, afterData: true) == [
                "OK more=yes next=O-3  (go on with after=O-3)"
            ])
        let prompt = ReplyPage(columns: 80, colours: Colours(isOn: false), isAtPrompt: true)
        #expect(
            prompt.lines(of: more, afterData: true) == [
                "OK more=yes next=O-3  (more: the next page)"
            ])
        let no = Outcome(
            status: .refused, code: "not-found", fields: [ReplyPair("retry", "yes")],
            message: "No O-9.")
        #expect(page().lines(of: no, afterData: false) == ["NO not-found: No O-9.", "  retry=yes"])
        #expect(
            page(colour: true).lines(of: no, afterData: false).first
                == "\u{1B}[1;31mNO not-found\u{1B}[0m: No O-9.")
    }

    @Test func nothingReachesTheTerminalButText() {
        let evil = "a\u{1B}]0;x\u{7}\r\n\u{9B}2J\u{202E}b\0"
        let rows = [row("k", (evil, evil)), row("k", (evil, evil))]
        let pages =
            page().lines(of: rows) + page().lines(of: [rows[0]])
            + page().lines(of: [row("reason", ("code", evil), ("x", evil))])
            + page(3).lines(of: rows)
            + page().lines(
                of: Outcome(
                    status: .refused, code: evil, fields: [ReplyPair(evil, evil)], message: evil),
                afterData: false)
        for scalar in pages.joined().unicodeScalars {
            #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
        }
        #expect(PlainText.of(evil) == "a]0;x 2Jb")
    }
}
