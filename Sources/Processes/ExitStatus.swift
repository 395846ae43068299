/// How a process ended.
package enum ExitStatus: Sendable, Equatable, CustomStringConvertible {
    /// By itself, with a status from 0 to 255.
    case exited(Int32)

    /// By a signal.
    case killed(signal: Int32)

    /// From the word that `waitpid` gives: the low seven bits are the signal, the next byte the
    /// status. The C macros for it are not visible to Swift.
    package init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .killed(signal: signal)
    }

    package var isSuccess: Bool { self == .exited(0) }

    package var description: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .killed(let signal): "signal \(signal)"
        }
    }
}
