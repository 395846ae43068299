import Glibc
import NIOPosix
import Shell
import Testing

/// The prompt on a real terminal: the far end of a pseudo-terminal plays the person.
struct LinePromptTests {
    /// TIOCSPTLCK and TIOCGPTN of Linux, which the C library shows to Swift in no other way.
    private static let setLock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    private func type(
        _ keys: String, history: History = History(), lines count: Int = 1
    ) async throws -> (events: [LinePrompt.Event], screen: String) {
        let person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (locked, number) = (CInt(0), CInt(0))
        #expect(
            ioctl(person, Self.setLock, &locked) == 0 && ioctl(person, Self.number, &number) == 0)
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        defer {
            close(terminal)
            close(person)
        }
        var size = winsize(ws_row: 24, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        // Raw from the start: what is typed ahead must not be cooked.
        var mode = termios()
        #expect(tcgetattr(terminal, &mode) == 0)
        cfmakeraw(&mode)
        #expect(tcsetattr(terminal, TCSANOW, &mode) == 0)
        #expect(write(person, keys, keys.utf8.count) == keys.utf8.count)
        let events = try await NIOThreadPool.singleton.runIfActive {
            var prompt = LinePrompt(
                terminal: Terminal(input: terminal, output: terminal), colours: Colours(isOn: false)
            )
            return (0..<count).map { _ in
                prompt.readLine(history: history, vocabulary: Self.vocabulary)
            }
        }
        var screen = [UInt8](repeating: 0, count: 65_536)
        let got = read(person, &screen, screen.count)
        return (events, String(decoding: screen.prefix(max(got, 0)), as: UTF8.self))
    }

    private static let vocabulary = Vocabulary(describedBy: [
        DataRow(kind: "command", fields: [ReplyPair("words", "licence grant")]),
        DataRow(kind: "command", fields: [ReplyPair("words", "licence show")]),
    ])

    @Test(arguments: [
        ("ping\r", LinePrompt.Event.line("ping")), ("pimg\u{1B}[D\u{7F}n\r", .line("ping")),
        ("\u{4}", .end), ("abc\u{3}ping\r", .line("ping")), ("\u{1B}[A\r", .line("earlier")),
        ("l\ts\t\r", .line("licence show ")), ("licence \t\tg\t\r", .line("licence grant ")),
        ("zzz\t\r", .line("zzz")), ("工\u{C}人\r", .line("工人")),
    ])
    func typed(keys: String, event: LinePrompt.Event) async throws {
        let history = History(lines: ["earlier"])
        #expect(try await type(keys, history: history).events == [event])
    }

    @Test func severalPastedLines() async throws {
        let (events, screen) = try await type("one\rtwo\r\u{4}", lines: 3)
        #expect(events == [.line("one"), .line("two"), .end])
        #expect(screen.contains("licentia> one"))
        #expect(screen.contains("licentia> two"))
    }

    @Test func candidatesAreListed() async throws {
        let (_, screen) = try await type("licence \t\r")
        #expect(screen.contains("grant   show"))
    }
}
