internal import Glibc

/// What system calls say about their failures, in a form that is safe between threads.
package enum SystemCall {
    private static let textCapacity = 256

    /// The system's words for an error number, such as "Permission denied".
    package static func text(of number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: textCapacity)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        let words = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: words, as: UTF8.self)
    }
}
