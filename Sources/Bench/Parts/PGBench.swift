import Foundation
import Histogram

/// Calls of `pgbench`, and what they tell.
struct PGBench: Sendable {
    /// The first five times a statement would be planned for its very values, which for these takes
    /// longer than to execute it, in each session.
    private static let planning = "options='-c plan_cache_mode=force_generic_plan'"

    let database: Database
    let name: String
    var clients = 64
    var threads = 2
    let scripts: [String]

    /// - Returns: transactions in a second, after the seconds in which statements are planned and
    ///   pages are read for the first time.
    func rate(
        seconds: Int, warmUp: Int, seed: UInt64, _ more: [String] = []
    ) async throws -> Double {
        let arguments =
            ["-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(threads)", "-P", "1"]
            + ["-T", "\(warmUp + seconds)", "--random-seed=\(seed % 1_000_000)"] + more
            + scripts.flatMap { ["-f", $0] } + ["\(database.string(name)) \(Self.planning)"]
        let output = try await database.pgbench.run(arguments)
        // progress: 3.0 s, 5213.9 tps, lat 12.2 ms …: for each second, perhaps not the last.
        var rates = output.matches(of: #/progress: [\d.]+ s, ([\d.]+) tps/#)
            .compactMap { Double($0.output.1) }
        rates.removeFirst(min(warmUp, rates.count))
        if rates.isEmpty, let whole = output.firstMatch(of: #/tps = ([\d.]+)/#) {
            rates = [Double(whole.output.1)].compactMap(\.self)
        }
        guard !rates.isEmpty, !output.contains("aborted") else {
            throw BenchError("pgbench told no rate:\n\(output)")
        }
        return rates.reduce(0, +) / Double(rates.count)
    }

    /// The rate, and the 99th percentile of the times of transactions in microseconds: from a log
    /// of each, which is worth its cost only where transactions are slow.
    func rateAndLatency(
        seconds: Int, warmUp: Int, seed: UInt64
    ) async throws -> (rate: Double, p99: Double) {
        let folder = "\(database.folder)/pgbench.log"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let rate = try await rate(
            seconds: seconds, warmUp: warmUp, seed: seed, ["--log", "--log-prefix=\(folder)/t"])
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
