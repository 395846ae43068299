import Glibc
import NIOPosix

extension InputLines {
    /// How often a reader that waits for input looks whether it is still wanted, in milliseconds.
    private static let glance: Int32 = 250

    /// Those of this process. Reading blocks, so it is done on a thread that may block, and in
    /// short turns, so that a lost connection ends the shell though its input stays open.
    package static func standardInput() -> InputLines {
        InputLines {
            while !Task.isCancelled {
                do {
                    let pool = NIOThreadPool.singleton
                    if let bytes = try await pool.runIfActive({ readIfReady() }) { return bytes }
                } catch {
                    return nil
                }
            }
            return nil
        }
    }

    /// What there is to read; nil where nothing came for a moment. Empty at the end.
    private static func readIfReady() -> [UInt8]? {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, glance) != 0 else { return nil }
        return FileBytes.read(STDIN_FILENO) ?? []
    }
}
