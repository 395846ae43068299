internal import Glibc

/// How the process ends.
package enum DaemonExit: Int32, Sendable {
    /// In good order.
    case clean = 0
    /// It could not start, or not go on.
    case failure = 1
    /// The settings cannot be used.
    case settings = 2

    /// Ends the process without waiting for anything.
    static func atOnce() -> Never { _exit(failure.rawValue) }
}
