import Glibc

/// Where bytes are written: a descriptor of the process, or a test's list.
package struct Sink: Sendable {
    private let put: @Sendable ([UInt8]) -> Int32

    /// - Parameter put: writes all of it and returns 0, or the error number where that failed.
    package init(_ put: @escaping @Sendable ([UInt8]) -> Int32) {
        self.put = put
    }

    package static let standardOutput = Sink { FileBytes.write($0, to: STDOUT_FILENO) }
    package static let standardError = Sink { FileBytes.write($0, to: STDERR_FILENO) }

    package func write(_ bytes: [UInt8]) throws(ShellFailure) {
        let error = put(bytes)
        guard error != 0 else { return }
        let reason = String(cString: strerror(error))
        throw ShellFailure(
            error == EPIPE ? .outputClosed : .outputFailed,
            "the output cannot be written: \(reason). What was asked may well have been done.")
    }

    package func line(_ text: String) throws(ShellFailure) {
        try write(Array(text.utf8) + [UInt8(ascii: "\n")])
    }

    /// A sentence of the shell itself. That it cannot be said is no reason to stop.
    package func say(_ text: String) {
        _ = put(Array("licentia: \(text)\n".utf8))
    }
}
