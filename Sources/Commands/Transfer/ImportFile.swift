import AdminProtocol
import Registry

/// The rows of a kept file, from the first to the last, a batch at a time.
struct ImportFile<C: ImportedCommand>: Sendable {
    /// Rows in their order: understood, or why not.
    typealias Batch = [(line: Int, row: Result<ImportRow<C>, ProtocolError>)]

    private let file: KeptFile
    private let header: ImportHeader
    private let context: Context
    private var reader: CSVReader
    private var offset = 0
    private var isFinished = false
    private var items: ArraySlice<CSVItem> = []

    /// How much of the file was read, in percent.
    var percent: Int { file.count == 0 ? 100 : offset * 100 / file.count }

    /// Reads the header.
    ///
    /// - Throws: a `ProtocolError`, for the whole file.
    init(_ file: KeptFile, _ context: Context) throws {
        self.file = file
        self.context = context
        reader = CSVReader(trimming: true)
        var items: ArraySlice<CSVItem> = []
        while items.isEmpty, !isFinished {
            items += try Self.read(file, &reader, &offset, &isFinished)
        }
        switch items.popFirst() {
        case nil: throw ProtocolError.syntax("The file is empty: its first row names the columns.")
        case .fault(let fault, _): throw fault.error
        case .record(let record):
            header = try ImportHeader(
                record.cells, of: C.self, rules: context.rules,
                isSafe: try context.request.boolean("safe"))
        }
        self.items = items
    }

    /// The next rows, at least one; nil at the end.
    mutating func next() throws -> Batch? {
        var pieces = 0
        while items.count < ImportLimits.batchRows, pieces < ImportLimits.batchPieces, !isFinished {
            items += try Self.read(file, &reader, &offset, &isFinished)
            pieces += 1
            if items.isEmpty { pieces = 0 }
        }
        let batch = items.prefix(ImportLimits.batchRows)
        items = items.dropFirst(batch.count)
        return batch.isEmpty ? nil : batch.map(understand)
    }

    private static func read(
        _ file: KeptFile, _ reader: inout CSVReader, _ offset: inout Int, _ isFinished: inout Bool
    ) throws -> [CSVItem] {
        var items: [CSVItem] = []
        let piece = try file.piece(at: offset, upTo: ImportLimits.pieceBytes)
        offset += piece.count
        if piece.isEmpty {
            isFinished = true
            reader.finish(into: &items)
        } else {
            reader.read(piece, into: &items)
        }
        return items
    }

    private func understand(
        _ item: CSVItem
    ) -> (line: Int, row: Result<ImportRow<C>, ProtocolError>) {
        switch item {
        case .fault(let fault, let line): return (line, .failure(fault.error))
        case .record(let record):
            do throws(ProtocolError) {
                let request = try header.request(record.cells, line: context.request.line)
                let command = try C(request, today: context.today)
                let row = ImportRow(line: record.line, request: request, command: command)
                return (record.line, .success(row))
            } catch {
                return (record.line, .failure(error))
            }
        }
    }
}
