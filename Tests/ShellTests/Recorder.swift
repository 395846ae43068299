import Shell
import Synchronization

/// Keeps what is written, for the test to look at.
final class Recorder: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var sink: Sink {
        Sink { more in
            self.bytes.withLock { $0 += more }
            return 0
        }
    }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    var lines: [String] { text.split(separator: "\n").map(String.init) }
}
