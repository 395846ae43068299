import Shell
import Testing

struct LineEditorTests {
    /// Presses keys as bytes of a terminal.
    private func edit(
        _ bytes: String, history: [String] = []
    ) -> (editor: LineEditor, effect: LineEditor.Effect) {
        var editor = LineEditor(history: history)
        var decoder = KeyDecoder()
        var effect = LineEditor.Effect.none
        for byte in bytes.utf8 {
            if let key = decoder.take(byte) { effect = editor.press(key) }
        }
        return (editor, effect)
    }

    @Test(arguments: [
        ("ping", "ping|"),
        ("ping\u{1B}[D\u{1B}[D", "pi|ng"),
        ("ping\u{1B}OD\u{1B}OC", "ping|"),
        ("ping\u{1B}[H", "|ping"),
        ("ping\u{1}x\u{5}y", "xpingy|"),
        ("ping\u{1B}[1~\u{1B}[3~", "|ing"),
        ("ping\u{1B}[H\u{1B}[F", "ping|"),
        ("ping\u{7F}\u{7F}", "pi|"),
        ("\u{7F}a", "a|"),
        ("ping\u{2}\u{2}\u{B}", "pi|"),
        ("ping\u{2}\u{2}\u{15}", "|ng"),
        ("licence show L-1\u{17}", "licence show |"),
        ("licence show  \u{17}", "licence |"),
        ("a b\u{17}\u{17}\u{17}", "|"),
        ("ab\u{15}c\u{19}", "cab|"),
        ("one two\u{1B}b", "one |two"),
        ("one two\u{1B}b\u{1B}b\u{1B}b", "|one two"),
        ("one two\u{1}\u{1B}f", "one| two"),
        ("one two\u{1B}[1;5D", "one |two"),
        ("ab\u{2}\u{4}", "a|"),
        ("a\u{1B}[999;99Zb", "ab|"),
        ("a\u{1B}[200~b", "ab|"),
        ("Ær\u{2}\u{2}", "|Ær"),
        ("工人\u{2}", "工|人"),
        ("e\u{301}\u{2}", "|e\u{301}"),
        ("e\u{301}x\u{7F}\u{7F}", "|"),
        ("x\u{2}👩‍👩‍👧\u{2}", "|👩‍👩‍👧x"),
    ])
    func keys(typed: String, line: String) {
        let (editor, _) = edit(typed)
        #expect(editor.before + "|" + editor.after == line)
    }

    @Test(arguments: [
        ("ping\r", LineEditor.Effect.submit("ping")), ("pi\u{2}\n", .submit("pi")),
        ("\u{4}", .quit),
        ("a\u{4}", .none), ("a\u{3}", .abandon), ("a\t", .complete), ("\u{C}", .clearScreen),
        ("a", .redraw), ("\u{1B}[D", .none), ("\u{1B}[A", .none), ("\u{1A}", .none),
    ])
    func effects(typed: String, effect: LineEditor.Effect) {
        #expect(edit(typed).effect == effect)
    }

    @Test(arguments: [
        ("\u{1B}[A", "two"), ("\u{1B}[A\u{1B}[A", "one"), ("\u{10}\u{10}\u{10}", "one"),
        ("dra\u{1B}[A\u{1B}[B", "dra"), ("dra\u{1B}[A\u{1B}[A\u{1B}[B", "two"),
        ("dra\u{E}", "dra"),
    ])
    func recall(typed: String, line: String) {
        #expect(edit(typed, history: ["one", "two"]).editor.text == line)
    }

    @Test func anyBytesAreTaken() {
        var random = SystemRandomNumberGenerator()
        var editor = LineEditor(history: ["one", "twö 工"])
        var decoder = KeyDecoder()
        for _ in 0..<50_000 {
            let isControl = Bool.random(using: &random)
            let often: [UInt8] = [0x1B, 0x5B, 0x17, 0x19, 0x02, 0x41, 0x62, 0x66]
            let any = UInt8.random(in: 0...255, using: &random)
            guard let key = decoder.take(isControl ? often.randomElement() ?? any : any) else {
                continue
            }
            if case .submit = editor.press(key) { editor = LineEditor(history: ["one"]) }
            if editor.text.count > 300 { editor = LineEditor() }
            #expect(editor.text == editor.before + editor.after)
        }
    }

    @Test func aLineHasAnEnd() {
        var editor = LineEditor()
        for _ in 0..<(LineEditor.maxLine + 10) { _ = editor.press(.text("x")) }
        #expect(editor.text.utf8.count == LineEditor.maxLine)
    }

    @Test func completionTakesThePlaceOfWhatWasTyped() {
        var editor = edit("licence gr").editor
        editor.replace(last: 2, with: "grant ")
        #expect(editor.text == "licence grant ")
        editor.replace(last: 99, with: "x")
        #expect(editor.text == "x")
    }
}
