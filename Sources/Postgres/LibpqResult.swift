internal import CLibpq

/// Owns a `PGresult` and frees it; everything that leaves it is a copy.
struct LibpqResult: ~Copyable {
    private let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var commandTag: String { String(cString: PQcmdStatus(pointer)) }

    var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    func copy() -> ResultSet {
        let width = max(0, PQnfields(pointer))
        let height = max(0, PQntuples(pointer))
        let columns = (0..<width).map { column in
            ResultSet.Column(
                name: PQfname(pointer, column).map { String(cString: $0) } ?? "",
                type: PQftype(pointer, column), isText: PQfformat(pointer, column) == 0)
        }
        var bytes: [UInt8] = []
        var ranges: [Range<Int>?] = []
        ranges.reserveCapacity(Int(width) * Int(height))
        for row in 0..<height {
            for column in 0..<width {
                ranges.append(append(row, column, to: &bytes))
            }
        }
        let storage = RowStorage(columns: columns, bytes: bytes, ranges: ranges)
        return ResultSet(
            columns: columns, rows: (0..<Int(height)).map { Row(storage: storage, index: $0) },
            affected: affected, commandTag: commandTag)
    }

    private func append(_ row: Int32, _ column: Int32, to bytes: inout [UInt8]) -> Range<Int>? {
        guard PQgetisnull(pointer, row, column) == 0,
            let value = PQgetvalue(pointer, row, column)
        else { return nil }
        let start = bytes.count
        let length = Int(PQgetlength(pointer, row, column))
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: value, count: length))
        return start..<bytes.count
    }

    /// The server's error, or libpq's own when the result came from nowhere.
    func error() -> PostgresError {
        guard let state = field(.sqlState) else {
            return PostgresError(.connectionLost, "the server closed the connection")
        }
        let sqlState = SQLState(rawValue: state)
        let severity = field(.severity) ?? ""
        let isFatal = severity == "FATAL" || severity == "PANIC"
        var error = PostgresError(
            isFatal ? .connectionLost : .server,
            ServerMessage.withoutValues(field(.message) ?? "", sqlState: sqlState),
            sqlState: sqlState)
        error.constraint = field(.constraint)
        error.schema = field(.schema)
        error.table = field(.table)
        error.column = field(.column)
        return error
    }

    func field(_ field: DiagnosticField) -> String? {
        PQresultErrorField(pointer, field.code).map { String(cString: $0) }
    }
}

/// The fields of an error or notice that this client reads. DETAIL, HINT, CONTEXT and the
/// statement's text are left out on purpose: they quote values.
enum DiagnosticField {
    case severity, sqlState, message, schema, table, column, constraint, routine

    var code: Int32 {
        let letter: Unicode.Scalar =
            switch self {
            case .severity: "V"
            case .sqlState: "C"
            case .message: "M"
            case .schema: "s"
            case .table: "t"
            case .column: "c"
            case .constraint: "n"
            case .routine: "R"
            }
        return Int32(letter.value)
    }
}
