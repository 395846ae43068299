/// The binary form of a one-dimensional array: dimensions, a flag for NULLs, the element type,
/// then size and lower bound, then each element after its length (-1 for NULL).
enum ArrayFormat {
    static func encode<Element: PostgresEncodable>(
        _ elements: some Collection<Element?>, of type: Element.Type,
        into buffer: inout ParameterBuffer
    ) {
        buffer.append(Int32(elements.isEmpty ? 0 : 1))
        buffer.append(Int32(elements.contains { $0 == nil } ? 1 : 0))
        buffer.append(Element.oid)
        guard !elements.isEmpty else { return }
        buffer.append(Int32(clamping: elements.count))
        buffer.append(Int32(1))
        for element in elements {
            if let element {
                buffer.withLength { element.encode(into: &$0) }
            } else {
                buffer.append(Int32(-1))
            }
        }
    }

    /// Calls `body` with each element; NULLs are cells without bytes.
    static func decode(
        _ cell: PostgresCell, _ body: (PostgresCell) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        var reader = Reader(rest: try cell.required("an array"))
        guard !cell.isText, let dimensions = reader.integer(), reader.integer() != nil,
            let type = reader.integer(), (0...1).contains(dimensions)
        else { throw cell.failure("an array of one dimension") }
        guard dimensions == 1 else { return }
        guard let count = reader.integer(), count >= 0, reader.integer() != nil else {
            throw cell.failure("an array")
        }
        for _ in 0..<count {
            guard let element = reader.element() else { throw cell.failure("a whole array") }
            try body(
                PostgresCell(
                    bytes: element, type: UInt32(bitPattern: type), isText: false,
                    column: cell.column))
        }
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func integer() -> Int32? {
            guard rest.count >= 4 else { return nil }
            defer { rest = rest.dropFirst(4) }
            return rest.prefix(4).reduce(0) { $0 << 8 | Int32($1) }
        }

        /// The outer optional is nil when the bytes run out, the inner one for NULL.
        mutating func element() -> ArraySlice<UInt8>?? {
            guard let length = integer(), length >= -1 else { return nil }
            if length == -1 { return .some(nil) }
            guard rest.count >= Int(length) else { return nil }
            defer { rest = rest.dropFirst(Int(length)) }
            return rest.prefix(Int(length))
        }
    }
}
