import AdminProtocol
import Foundation

/// A CSV file that is written row by row.
final class CSVFile {
    private static let bufferSize = 1 << 20

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var rows = 0

    /// Makes the file, or empties it, and writes the header.
    init(path: String, columns: [String]) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw BenchError("\(path) cannot be written.") }
        self.file = file
        CSVWriter.append(row: columns, to: &buffer)
    }

    func append(_ cells: [String]) throws {
        CSVWriter.append(row: cells, to: &buffer)
        rows += 1
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// - Returns: how many rows it has, without the header.
    func close() throws -> Int {
        try flush()
        try file.close()
        return rows
    }

    private func flush() throws {
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
