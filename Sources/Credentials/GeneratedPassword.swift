/// A password that the registry thinks up: 120 random bits in letters that nobody mistakes.
package enum GeneratedPassword {
    /// 24 of 32 letters and digits in groups of six: `h7kq2m-…`.
    package static func make() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
        let chosen = RandomBytes.make(24).map { letters[Int($0) % letters.count] }
        return stride(from: 0, to: chosen.count, by: 6)
            .map { String(decoding: chosen[$0..<$0 + 6], as: UTF8.self) }.joined(separator: "-")
    }
}
