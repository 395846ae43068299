import Glibc

/// Asks for a line that nobody may see, on a terminal.
package enum SecretPrompt {
    private static let controlC = UInt8(3)

    /// Asks on the terminal of this process, wherever its input and output go. Nil where it has
    /// none, or where nothing was typed.
    static func ask(_ text: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        return ask(text, on: terminal)
    }

    /// Asks on a terminal. Blocks the thread.
    ///
    /// The keys that end a program are off meanwhile: ended in the middle, it would leave a
    /// terminal on which one cannot see what one types.
    package static func ask(_ text: String, on terminal: Int32) -> String? {
        var old = termios()
        guard tcgetattr(terminal, &old) == 0 else { return nil }
        var new = old
        new.c_lflag &= ~tcflag_t(ECHO | ISIG)
        new.c_lflag |= tcflag_t(ICANON)
        new.c_iflag |= tcflag_t(ICRNL)
        tcsetattr(terminal, TCSADRAIN, &new)
        defer { tcsetattr(terminal, TCSADRAIN, &old) }
        _ = FileBytes.write(Array(text.utf8), to: terminal)
        // In this mode the terminal gives a whole line at once.
        let line = FileBytes.read(terminal) ?? []
        _ = FileBytes.write([UInt8(ascii: "\n")], to: terminal)
        guard line.last == UInt8(ascii: "\n"), line.count > 1, !line.contains(controlC) else {
            return nil
        }
        return String(decoding: line.dropLast(), as: UTF8.self)
    }
}
