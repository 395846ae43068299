extension Bool: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.bool }

    package func encode(into buffer: inout ParameterBuffer) {
        buffer.append(UInt8(self ? 1 : 0))
    }

    package init(_ cell: PostgresCell) throws(PostgresError) {
        let bytes = try cell.required("a boolean")
        guard cell.type == PostgresType.bool, bytes.count == 1, let byte = bytes.first else {
            throw cell.failure("a boolean")
        }
        self = cell.isText ? byte == UInt8(ascii: "t") : byte != 0
    }
}

extension PostgresCell {
    /// Any of the integer types, so that a narrower column can be read as a wider integer.
    fileprivate func anyInteger<I: FixedWidthInteger>(_ wanted: String) throws(PostgresError) -> I {
        let wide: Int64
        if isText {
            guard let number = Int64(try text(wanted)) else { throw failure(wanted) }
            wide = number
        } else {
            switch type {
            case PostgresType.int2: wide = Int64(try integer(Int16.self, wanted))
            case PostgresType.int4: wide = Int64(try integer(Int32.self, wanted))
            case PostgresType.int8: wide = try integer(Int64.self, wanted)
            case PostgresType.oid: wide = Int64(try integer(UInt32.self, wanted))
            default: throw failure(wanted)
            }
        }
        guard let number = I(exactly: wide) else { throw failure("\(wanted): out of range") }
        return number
    }
}

extension Int16: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.int2 }
    package func encode(into buffer: inout ParameterBuffer) { buffer.append(self) }
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = try cell.anyInteger("a 16-bit integer")
    }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.int4 }
    package func encode(into buffer: inout ParameterBuffer) { buffer.append(self) }
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = try cell.anyInteger("a 32-bit integer")
    }
}

extension Int64: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.int8 }
    package func encode(into buffer: inout ParameterBuffer) { buffer.append(self) }
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = try cell.anyInteger("a 64-bit integer")
    }
}

extension Int: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.int8 }
    package func encode(into buffer: inout ParameterBuffer) { buffer.append(Int64(self)) }
    package init(_ cell: PostgresCell) throws(PostgresError) {
        self = try cell.anyInteger("an integer")
    }
}

extension Double: PostgresEncodable, PostgresDecodable {
    package static var oid: UInt32 { PostgresType.float8 }
    package func encode(into buffer: inout ParameterBuffer) { buffer.append(bitPattern) }
    package init(_ cell: PostgresCell) throws(PostgresError) {
        let wanted = "a double"
        if cell.isText {
            guard let number = Double(try cell.text(wanted)) else { throw cell.failure(wanted) }
            self = number
        } else if cell.type == PostgresType.float4 {
            self = Double(Float(bitPattern: try cell.integer(UInt32.self, wanted)))
        } else if cell.type == PostgresType.float8 {
            self.init(bitPattern: try cell.integer(UInt64.self, wanted))
        } else {
            throw cell.failure(wanted)
        }
    }
}
