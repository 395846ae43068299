import Glibc

/// Whole reads and writes of a descriptor, through interruptions by signals.
enum FileBytes {
    private static let chunk = 65_536

    /// What can be read now, waiting for something; empty at the end, nil on an error.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
            var got = -1
            repeat {
                got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while got < 0
                && errno == EINTR
            failed = got < 0
            count = max(got, 0)
        }
        return failed ? nil : bytes
    }

    /// Why a file could not be read.
    struct Failure: Error {
        let number: Int32

        var reason: String { String(cString: strerror(number)) }
    }

    /// The beginning of a file, as far as one read takes it.
    static func readStart(of path: String, most: Int) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure(number: errno) }
        defer { close(file) }
        guard let bytes = read(file) else { throw Failure(number: errno) }
        return Array(bytes.prefix(most))
    }

    /// Writes all of it. Returns 0, or the error number where that failed.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while let start = rest.first.map({ _ in UnsafeRawBufferPointer(rebasing: rest) }) {
                let done = Glibc.write(descriptor, start.baseAddress, start.count)
                if done < 0, errno == EINTR { continue }
                if done < 0, errno == EAGAIN {
                    // A terminal shared with somebody who made it non-blocking.
                    var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    guard poll(&ready, 1, -1) >= 0 || errno == EINTR else { return errno }
                    continue
                }
                guard done >= 0 else { return errno }
                rest = rest.dropFirst(done)
            }
            return 0
        }
    }
}
