import Glibc
import Testing

/// Tries until it is so; for what takes a moment.
func eventually(_ isSo: () throws -> Bool) throws {
    for _ in 0..<300 {
        if try isSo() { return }
        usleep(100_000)
    }
    Issue.record("it never became so")
}
