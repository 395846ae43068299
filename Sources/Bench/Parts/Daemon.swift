import Foundation
import Processes

/// A `licentiad` on the benchmark's cluster.
struct Daemon: Sendable {
    private static let startLimit: Duration = .seconds(120)
    private static let stopLimit: Duration = .seconds(70)
    private static let pause: Duration = .milliseconds(2)

    /// Beyond what any load opens.
    private static let mostSessions = 6_000

    let process: ChildProcess
    let socket: String
    let log: String
    let client: Tool

    /// Starts one, and waits until it answers.
    ///
    /// - Parameters:
    ///   - binaries: the folder of `licentiad` and `licentia`.
    ///   - folder: its state folder, made where it is missing.
    static func start(binaries: String, folder: String, database: String) async throws -> Daemon {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let socket = "\(folder)/d.sock"
        let log = "\(folder)/log"
        let call = ProgramCall(
            "\(binaries)/licentiad",
            [
                "--state", folder, "--socket", socket, "--listen", "off", "--nightly", "off",
                "--timezone", "UTC", "--max-sessions", "\(mostSessions)", "--database", database,
            ], output: log)
        let daemon = Daemon(
            process: try ChildProcess.spawn(call), socket: socket, log: log,
            client: Tool(path: "\(binaries)/licentia", folder: folder))
        do {
            try await daemon.waitUntilReady()
        } catch {
            await daemon.stop()
            throw error
        }
        return daemon
    }

    /// Resident memory, in KiB.
    var resident: Int {
        get throws { try memory("VmRSS:") }
    }

    /// The most that was ever resident, in KiB.
    var residentPeak: Int {
        get throws { try memory("VmHWM:") }
    }

    func stop() async {
        process.signal(SIGTERM)
        if await process.ended(within: Self.stopLimit) == nil { process.signal(SIGKILL) }
        _ = await process.ended()
    }

    /// Sends one request with the shell, and gives what it printed.
    @discardableResult
    func ask(_ words: [String]) async throws -> String {
        try await client.run(["--socket", socket] + words)
    }

    /// The replies to these questions, each checked, in their order.
    func answers(
        to deck: Deck, sessions: Int = 1, depth: Int = 16
    ) async throws -> [String] {
        let plan = LoadPlan(
            socket: socket, sessions: sessions, depth: depth, extent: .once, seed: 0,
            keepsReplies: true)
        let result = try await LoadGenerator(plan: plan, deck: deck).run()
        return deck.questions.indices.map {
            String(decoding: result.replies[$0] ?? [], as: UTF8.self)
        }
    }

    private func waitUntilReady() async throws {
        let end = ContinuousClock.now + Self.startLimit
        let ping = Deck(questions: [Question("ping", opening: "")])
        while ContinuousClock.now < end {
            if (try? await answers(to: ping)) != nil { return }
            if let status = await process.ended(within: Self.pause) {
                throw BenchError("licentiad ended with \(status) while it started.\n\(lastWords)")
            }
        }
        throw BenchError("licentiad was not ready within \(Self.startLimit).\n\(lastWords)")
    }

    private var lastWords: String {
        String(((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").suffix(2_000))
    }

    private func memory(_ key: String) throws -> Int {
        let text = try String(
            contentsOfFile: "/proc/\(process.processID)/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
        let words = line?.split { $0 == " " || $0 == "\t" } ?? []
        guard words.count == 3, let kibibytes = Int(words[1]) else {
            throw BenchError("The daemon's memory cannot be read.")
        }
        return kibibytes
    }
}
