/// One of the things that are measured in turn.
struct Side: Sendable {
    let name: String
    let measure: @Sendable (_ round: Int) async throws -> [Row.Figure: Double]

    init(
        _ name: String, _ measure: @escaping @Sendable (Int) async throws -> [Row.Figure: Double]
    ) {
        self.name = name
        self.measure = measure
    }
}
