import Synchronization

/// One line at the foot of a terminal that says how far something is, drawn over itself.
///
/// It stands on standard error, so that it is seen while the output goes into a file.
package final class Progress: Sendable {
    private struct State {
        var drawn = ""
    }

    private let errors: Sink
    private let state = Mutex(State())

    private static let barWidth = 30
    /// Rows between two drawings.
    private static let rowStep = 500
    private static let mebibyte = 1_048_576.0

    package init(_ errors: Sink) {
        self.errors = errors
    }

    /// So many bytes have gone out.
    func sent(_ bytes: Int, of size: Int?) {
        guard let size, size > 0 else {
            return draw("sent \(Self.size(bytes))")
        }
        let share = min(Double(bytes) / Double(size), 1)
        let done = Int(share * Double(Self.barWidth))
        let bar =
            String(repeating: "#", count: done)
            + String(repeating: "-", count: Self.barWidth - done)
        draw("[\(bar)] \(Int(share * 100)) % of \(Self.size(size))")
    }

    /// The server says how far it is: `* progress read=500`.
    func told(_ row: DataRow) {
        let facts = row.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        draw(PlainText.of(row["read"].map { "rows read: \($0)" } ?? facts))
    }

    /// So many rows have come in.
    func received(rows: Int) {
        guard rows % Self.rowStep == 0 else { return }
        draw("rows: \(rows)")
    }

    /// Takes the line away, for what is to be read.
    func clear() {
        draw("")
    }

    /// Draws what has changed; nothing twice.
    private func draw(_ text: String) {
        state.withLock { state in
            guard state.drawn != text else { return }
            state.drawn = text
            try? errors.write(Array("\r\u{1B}[K\(text)".utf8))
        }
    }

    /// `17 KiB`, from a mebibyte on with one decimal: `1.5 MiB`.
    private static func size(_ bytes: Int) -> String {
        guard Double(bytes) >= mebibyte else { return "\((bytes + 1_023) / 1_024) KiB" }
        let tenths = Int((Double(bytes) / mebibyte * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) MiB"
    }
}
