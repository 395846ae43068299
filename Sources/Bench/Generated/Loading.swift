import AdminProtocol
import Foundation
import Registry

/// Fills the cluster: an empty registry to copy, and the generated one, through the daemon's own
/// import.
struct Loading: Sendable {
    let folder: String
    let binaries: String
    let scale: Scale
    let seed: UInt64
    let database: Database

    private var files: RegistryFiles { RegistryFiles(folder: "\(folder)/files") }

    /// - Returns: the day for which the registry was made: a kept folder's, or today.
    func run(today: CivilDate) async throws -> CivilDate {
        let mark = LoadingMark(folder: folder)
        if let kept = try mark.day(of: scale, seed: seed) { return kept }
        try await makeEmpty()
        try FileManager.default.createDirectory(
            atPath: files.folder, withIntermediateDirectories: true)
        for part in scale.parts { try await load(part, today) }
        try FileManager.default.removeItem(atPath: files.folder)
        try mark.write(today, scale, seed: seed)
        return today
    }

    /// Loads these organisations with all that is theirs, and has the planner look at it. A daemon
    /// of its own for each part: a connection keeps the plans that it once made.
    private func load(_ part: ClosedRange<Int>, _ today: CivilDate) async throws {
        Progress.say("loading organisations \(part.lowerBound) to \(part.upperBound)")
        let counts = try files.write(part, today: today, seed: seed)
        let daemon = try await daemon()
        do {
            for (kind, _) in RegistryFiles.headers { try await load(kind, counts, daemon) }
        } catch {
            await daemon.stop()
            throw error
        }
        await daemon.stop()
        try await database.run("settle.sql", in: Stage.loaded, asSuperuser: true)
    }

    private func daemon() async throws -> Daemon {
        try await Daemon.start(
            binaries: binaries, folder: "\(folder)/loading",
            database: database.string(Stage.loaded))
    }

    /// The first start makes the tables: what is there then is what every copy begins with.
    private func makeEmpty() async throws {
        await (try daemon()).stop()
        try await database.copy(Stage.loaded, to: Stage.empty)
    }

    private func load(
        _ kind: TransferKind, _ counts: [TransferKind: Int], _ daemon: Daemon
    ) async throws {
        guard let count = counts[kind], count > 0 else { return }
        let (output, seconds) = try await Import.timed {
            try await daemon.ask([
                "import", kind.rawValue, files.path(of: kind), "mode=atomic", "rules=trust",
                "reason=generated",
            ])
        }
        guard output.contains("stored=\(count) ") else {
            throw BenchError("The import of \(kind) stored other than \(count) rows:\n\(output)")
        }
        let rate = Decimals.text(Double(count) / seconds)
        Progress.say("\(kind): \(count) rows in \(Decimals.text(seconds)) s, \(rate)/s")
    }
}
