/// Why the benchmark ended: a sentence for whoever called it.
struct BenchError: Error, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
