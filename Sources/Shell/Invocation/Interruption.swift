import Dispatch
import Glibc

/// Being asked to end while there is something to end in good order.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM]

    /// Waits for Control-C or a `kill`, or until its task is cancelled. Only meanwhile do they not
    /// end the process: who asks twice means it.
    static func signalled() async {
        let (asked, asking) = AsyncStream.makeStream(of: Void.self)
        let sources = signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { asking.yield() }
            // Before the source begins: on Linux it has a handler of its own, soon after, which
            // this would take away again.
            signal(number, SIG_IGN)
            source.activate()
            return source
        }
        for await _ in asked { break }
        for (number, source) in zip(signals, sources) {
            source.cancel()
            signal(number, SIG_DFL)
        }
    }

    /// Waits until its task is cancelled.
    static func never() async {
        let (nothing, keepsOpen) = AsyncStream.makeStream(of: Void.self)
        for await _ in nothing {}
        keepsOpen.finish()
    }
}
