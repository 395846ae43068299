import Foundation

/// Tells on standard error how far the benchmark is; standard output has the table alone.
enum Progress {
    private static let began = ContinuousClock.now

    static func say(_ text: String) {
        let seconds = Int((ContinuousClock.now - began) / .seconds(1))
        FileHandle.standardError.write(Data("licentia-bench: \(seconds) s: \(text)\n".utf8))
    }
}
