internal import Glibc
internal import UnixSignals

/// The signals that end the daemon.
enum EndingSignals {
    /// SIGTERM and SIGINT, and SIGHUP where the terminal's end is not to be outlived (nohup has it
    /// ignored): the embedded server would be left without its daemon.
    static func sequence() async -> UnixSignalsSequence {
        if isIgnored(SIGHUP) { return await UnixSignalsSequence(trapping: .sigterm, .sigint) }
        return await UnixSignalsSequence(trapping: .sigterm, .sigint, .sighup)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        // A handler's address, of which SIG_IGN is the one at 1 (signal.h).
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == ignoring
    }

    private static let ignoring = 1
}
