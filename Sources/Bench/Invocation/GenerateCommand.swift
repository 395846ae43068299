import AdminProtocol
import ArgumentParser
import Registry

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Writes the files of the generated registry.")

    @Option(help: "The folder for them.") var folder: String
    @Option(help: "1 for 10,000 organisations.") var scale = 1.0
    @Option(help: "The random numbers' seed.") var seed: UInt64 = 1
    @Option(help: "The day for which it is made (today).") var today: String?

    func run() throws {
        guard let day = today.map({ CivilDate($0) }) ?? CivilDate.now() else {
            throw BenchError("--today takes a date, YYYY-MM-DD.")
        }
        let counts = try RegistryFiles(folder: folder)
            .write(1...Scale(factor: scale).organisations, today: day, seed: seed)
        for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\(kind) \(count)")
        }
    }
}
