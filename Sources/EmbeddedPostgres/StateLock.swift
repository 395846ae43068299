internal import Glibc
internal import Synchronization

/// The right to use a state folder alone, held for as long as the value is, or until `release()`.
///
/// It is an advisory `flock` on a file that also holds the owner's process id as text. The system
/// lets go of it when the process ends, however it ends, so that there is never a stale one to
/// remove; the file itself stays.
///
///     let lock = try StateLock.acquire("/var/lib/licentia/lock")
package final class StateLock: Sendable {
    /// Bytes of the file that are read for the holder's process id.
    private static let longestProcessID = 32

    private let descriptor: Mutex<Int32?>

    private init(descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Takes the lock, or throws at once: `locked` names the process that holds it.
    package static func acquire(_ path: String) throws(EmbeddedPostgresError) -> StateLock {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unusable(path, "open the lock file", errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let holder = recordedHolder(descriptor)
            close(descriptor)
            guard reason == EWOULDBLOCK else { throw .unusable(path, "lock", errno: reason) }
            throw heldBy(holder, path)
        }
        record(getpid(), in: descriptor)
        return StateLock(descriptor: descriptor)
    }

    /// Lets go of the lock. Calling it twice is harmless.
    package func release() {
        descriptor.withLock { held in
            if let number = held {
                // Said, not left to closing: a child that is just being started holds a copy of
                // the descriptor until its exec, and the lock with it.
                flock(number, LOCK_UN)
                close(number)
            }
            held = nil
        }
    }

    private static func heldBy(_ holder: Int32?, _ path: String) -> EmbeddedPostgresError {
        let who = holder.map { "process \($0)" } ?? "another process"
        return EmbeddedPostgresError(
            .locked,
            "the state folder is in use: \(who) holds \(path). "
                + "Stop that process first, or choose another state folder.")
    }

    private static func recordedHolder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: longestProcessID)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let digits = bytes[..<count].prefix { (0x30...0x39).contains($0) }
        return Int32(String(decoding: digits, as: UTF8.self))
    }

    /// Only a courtesy to the next one who asks: a failure here does not weaken the lock.
    private static func record(_ processID: Int32, in descriptor: Int32) {
        let text = Array("\(processID)\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
    }
}
