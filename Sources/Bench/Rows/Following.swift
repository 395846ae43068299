import Foundation
import Registry

/// How soon a check in one daemon knows of what another has committed.
struct Following: Experiment {
    static let rows = [
        Row(
            "following", "a commit in one daemon, seen by a check in another",
            .init(side: "following", figure: .p99), .atMost(50_000))
    ]

    private static let copy = "bench_following"
    private static let changes = 200
    private static let limit: Duration = .seconds(10)

    private let stage: Stage
    private let writer: Daemon
    private let reader: Daemon

    static func prepare(_ stage: Stage) async throws -> Following {
        try await stage.database.copy(Stage.loaded, to: copy)
        let writer = try await stage.daemon("writer", on: copy)
        do {
            return Following(
                stage: stage, writer: writer, reader: try await stage.daemon("reader", on: copy))
        } catch {
            await writer.stop()
            throw error
        }
    }

    var sides: [Side] {
        [
            Side("following") { round in
                let organisation = try await grant(round)
                var delays: [Double] = []
                for number in 0..<Self.changes {
                    let isSuspended = number % 2 == 0
                    delays.append(try await delay(organisation, isSuspended))
                }
                let place = min(delays.count - 1, delays.count * 99 / 100)
                return [.p99: delays.sorted()[place]]
            }
        ]
    }

    func end() async {
        await reader.stop()
        await writer.stop()
        try? await stage.database.drop(Self.copy)
    }

    /// A new organisation with a licence, and the external id of both.
    private func grant(_ round: Int) async throws -> String {
        let name = "following-\(round)"
        try await writer.ask([
            "organisation", "add", "name=\(name)", "country=IE", "external-id=\(name)",
        ])
        try await writer.ask([
            "licence", "grant", "organisation=ext:\(name)", "type=multiple", "programmes=CDSMP",
            "from=\(stage.today.adding(days: -30))", "external-id=\(name)",
        ])
        return name
    }

    /// Microseconds from the acknowledgement of a change to the first check that knows of it.
    private func delay(_ name: String, _ isSuspended: Bool) async throws -> Double {
        let verb = isSuspended ? "suspend" : "reinstate"
        let change = Question(
            "licence \(verb) ext:\(name) from=\(stage.today)", opening: "* licence id=")
        let check = Question(
            "check organisation ext:\(name) programme=CDSMP on=\(stage.today)",
            opening: "* verdict organisation=")
        _ = try await writer.answers(to: Deck(questions: [change]))
        let start = ContinuousClock.now
        while ContinuousClock.now < start + Self.limit {
            let reply = try await reader.answers(to: Deck(questions: [check]))
            let misses = reply[0].contains("code=no-licence")
            if misses == isSuspended { return (ContinuousClock.now - start) / .microseconds(1) }
        }
        throw BenchError("The other daemon did not see a change within \(Self.limit).")
    }
}
