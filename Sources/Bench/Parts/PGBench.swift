import Foundation
import Histogram

/// Calls of `pgbench`, and what they tell.
struct PGBench: Sendable {
    let database: Database
    let name: String
    var clients = 64
    var threads = 2
    let scripts: [String]

    /// - Returns: transactions in a second.
    func rate(seconds: Int, seed: UInt64, _ more: [String] = []) async throws -> Double {
        let arguments =
            ["-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(threads)", "-T", "\(seconds)"]
            + ["--random-seed=\(seed % 1_000_000)"] + more + scripts.flatMap { ["-f", $0] }
            + [database.string(name)]
        let output = try await database.pgbench.run(arguments)
        let line = output.split(separator: "\n").first { $0.hasPrefix("tps = ") }
        guard let word = line?.split(separator: " ").dropFirst(2).first, let rate = Double(word),
            !output.contains("failed transactions: 1"), !output.contains("aborted")
        else { throw BenchError("pgbench told no rate:\n\(output)") }
        return rate
    }

    /// The rate, and the 99th percentile of the times of transactions in microseconds: from a log
    /// of each, which is worth its cost only where transactions are slow.
    func rateAndLatency(seconds: Int, seed: UInt64) async throws -> (rate: Double, p99: Double) {
        let folder = "\(database.folder)/pgbench.log"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let rate = try await rate(
            seconds: seconds, seed: seed, ["--log", "--log-prefix=\(folder)/t"])
        var latencies = Histogram<UInt32>(
            highestTrackableValue: 600_000_000, numberOfSignificantValueDigits: .three)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            for line in text.split(separator: "\n") {
                // Client, number, microseconds, script, time.
                guard
                    let time = line.split(separator: " ").dropFirst(2).first.flatMap({ UInt64($0) })
                else { throw BenchError("pgbench logged \"\(line)\".") }
                latencies.record(max(1, time))
            }
        }
        return (rate, Double(latencies.valueAtPercentile(99)))
    }
}
