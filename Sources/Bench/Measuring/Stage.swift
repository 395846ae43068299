import Foundation
import NIOCore
import Registry

/// What every experiment stands on: the loaded registry, its database, and where things are.
struct Stage: Sendable {
    /// The names of databases on the benchmark's cluster.
    static let loaded = "licentia"
    static let empty = "bench_empty"

    let folder: String
    let binaries: String
    let scale: Scale
    let today: CivilDate
    let seed: UInt64
    let database: Database
    /// How long a side is measured in a round, how often, and how long it is warmed up before.
    let seconds: Int
    let rounds: Int
    let warmUp: Int
    let clientThreads: Int
    /// How many different checks there are to draw from.
    let questions: Int

    /// A folder for something that is started.
    func place(_ name: String) -> String { "\(folder)/\(name)" }

    func daemon(_ name: String, on database: String = Stage.loaded) async throws -> Daemon {
        try await Daemon.start(
            binaries: binaries, folder: place(name), database: self.database.string(database))
    }

    /// - Parameter repeats: false where no request may be asked twice.
    func plan(
        _ socket: String, sessions: Int, depth: Int, repeats: Bool = true
    ) -> LoadPlan {
        let (first, rest) = (TimeAmount.seconds(Int64(warmUp)), TimeAmount.seconds(Int64(seconds)))
        return LoadPlan(
            socket: socket, sessions: sessions, depth: depth,
            extent: repeats
                ? .time(warmUp: first, measured: rest)
                : .timeWithoutRepeats(warmUp: first, measured: rest),
            seed: seed, threads: clientThreads)
    }

    func scripts() -> StatementScripts {
        StatementScripts(folder: folder, scale: scale, today: today)
    }

    /// A statement's file without its comments, which pgbench would look for variables in.
    func statement(_ name: String) throws -> String {
        LoggedStatement.withoutComments(
            try String(contentsOfFile: "\(database.statements)/\(name)", encoding: .utf8))
    }

    /// How far it is, for whoever waits.
    func say(_ text: String) { Progress.say(text) }
}
