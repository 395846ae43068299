/// Why the daemon cannot start or go on, for what no room has an error of its own: a sentence that
/// says what to do. It holds no secret.
package struct DaemonError: Error, Equatable, CustomStringConvertible {
    package let message: String

    init(_ message: String) {
        self.message = message
    }

    package var description: String { message }
}
