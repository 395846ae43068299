import Foundation
import Registry

/// The file that says what a kept cluster holds.
struct LoadingMark: Sendable {
    let folder: String

    private var path: String { "\(folder)/loaded" }

    /// The day for which it was made; nil where nothing was loaded to its end.
    ///
    /// - Throws: where something else was loaded.
    func day(of scale: Scale, seed: UInt64) throws -> CivilDate? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let words = text.split { $0.isWhitespace }.map(String.init)
        guard words.count == 3, words[0] == "\(scale.organisations)", words[1] == "\(seed)",
            let day = CivilDate(words[2])
        else {
            throw BenchError(
                "\(folder) holds another registry (\(words.joined(separator: " "))): remove it, or "
                    + "ask with its scale.")
        }
        return day
    }

    func write(_ day: CivilDate, _ scale: Scale, seed: UInt64) throws {
        try "\(scale.organisations) \(seed) \(day)\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
    }
}
