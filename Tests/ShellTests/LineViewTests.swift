import Shell
import Testing

struct LineViewTests {
    @Test(arguments: [
        ("ping", "", 20, "ping", 6),
        ("pi", "ng", 20, "ping", 4),
        ("", "", 20, "", 2),
        ("工", "人", 20, "工人", 4),
        ("e\u{301}", "x", 20, "e\u{301}x", 3),
        // Twelve columns: two for the prompt, nine for the line, the last one free.
        ("0123456789abc", "", 12, "456789abc", 11),
        ("0123456", "789abc", 12, "123456789", 8),
        ("工工工工工工", "", 12, "工工工工", 10),
        ("abcdefgh", "", 1, "efgh", 6),
    ])
    func view(before: String, after: String, columns: Int, visible: String, cursor: Int) {
        let view = LineView(before: before, after: after, prompt: "> ", columns: columns)
        #expect(view.visible == visible)
        #expect(view.cursor == cursor)
    }

    @Test(arguments: [
        ("a", 1), ("Æ", 1), ("e\u{301}", 1), ("工", 2), ("ｆ", 2), ("한", 2), ("👍", 2), ("👩‍👩‍👧", 2),
        ("🇮🇪", 2), ("❤️", 2), ("\u{200B}", 0), ("\u{1B}", 0), ("ab工", 4), ("", 0),
    ])
    func widths(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
