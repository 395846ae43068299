import Glibc
import NIOPosix
import Testing

/// A terminal whose far end plays the person.
enum PseudoTerminal {
    /// TIOCSPTLCK and TIOCGPTN of Linux, which the C library shows to Swift in no other way.
    private static let setLock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    /// Types keys once the body has asked for them, or ahead of it; gives what it answers and what
    /// then stands on the screen.
    static func type<Answer: Sendable>(
        _ keys: String, _ body: @escaping @Sendable (Int32) -> Answer
    ) async throws -> (answer: Answer, screen: String) {
        let person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (locked, number) = (CInt(0), CInt(0))
        try #require(
            ioctl(person, setLock, &locked) == 0 && ioctl(person, Self.number, &number) == 0)
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        defer {
            close(terminal)
            close(person)
        }
        async let answer = NIOThreadPool.singleton.runIfActive { body(terminal) }
        // Typed only when the prompt is there: what comes before would still be shown.
        var screen = read(person)
        #expect(write(person, keys, keys.utf8.count) == keys.utf8.count)
        let given = try await answer
        screen += read(person)
        return (given, screen)
    }

    private static func read(_ person: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(person, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
}
