/// What the shell tells the program that called it. The order is from best to worst, so that
/// the worst of many is their maximum.
package enum ShellStatus: Int32, Sendable, Comparable {
    /// Every request was answered `OK`.
    case done = 0
    /// A request was understood and refused: `NO`.
    case refused = 1
    /// A request was not understood (`BAD`), or the shell was called wrongly.
    case misunderstood = 2
    /// There was no connection, it was lost, or the server said `BYE`.
    case disconnected = 3

    package static func < (left: ShellStatus, right: ShellStatus) -> Bool {
        left.rawValue < right.rawValue
    }
}
