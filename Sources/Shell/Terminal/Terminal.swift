import Glibc

/// The terminal at a descriptor: its width, and its raw mode for the time of one line.
package struct Terminal: Sendable {
    let input: Int32
    let output: Int32

    package init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    /// The width in columns, as of now: people resize their windows.
    static func columns(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return Surroundings.usualColumns
        }
        return Int(size.ws_col)
    }

    /// Does something while every key comes at once and unshown; puts the old mode back after.
    func raw<Result>(_ body: () throws -> Result) rethrows -> Result {
        var old = termios()
        guard tcgetattr(input, &old) == 0 else { return try body() }
        var new = old
        // Not cfmakeraw: output keeps its newline translation.
        new.c_iflag &= ~tcflag_t(ICRNL | IXON | INPCK | ISTRIP | BRKINT)
        new.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
        // Draining and not flushing keeps what was typed ahead.
        tcsetattr(input, TCSADRAIN, &new)
        defer { tcsetattr(input, TCSADRAIN, &old) }
        return try body()
    }
}
