/// A value that can be a parameter, sent in PostgreSQL's binary format.
///
/// An absent value is `nil` where a parameter is `(any PostgresEncodable)?`; it travels as NULL
/// with its type left to the server.
package protocol PostgresEncodable: Sendable {
    /// The type's number in `pg_type`, fixed for built-in types.
    static var oid: UInt32 { get }
    func encode(into buffer: inout ParameterBuffer)
}

/// Collects the bytes of one query's parameters.
package struct ParameterBuffer: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []
    /// Where each parameter lies in `bytes`; nil for NULL.
    private(set) var ranges: [Range<Int>?] = []
    private(set) var types: [UInt32] = []

    init() {}

    package mutating func append(_ newBytes: some Sequence<UInt8>) {
        bytes.append(contentsOf: newBytes)
    }

    /// Big-endian, as the wire has it.
    package mutating func append(_ integer: some FixedWidthInteger) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ value: (any PostgresEncodable)?) {
        guard let value else {
            types.append(0)
            ranges.append(nil)
            return
        }
        types.append(type(of: value).oid)
        let start = bytes.count
        value.encode(into: &self)
        ranges.append(start..<bytes.count)
    }

    /// Writes the length of what `body` appends in front of it.
    mutating func withLength(_ body: (inout ParameterBuffer) -> Void) {
        let start = bytes.count
        append(Int32(0))
        body(&self)
        let length = Int32(clamping: bytes.count - start - 4)
        withUnsafeBytes(of: length.bigEndian) { length in
            for offset in 0..<4 { bytes[start + offset] = length[offset] }
        }
    }
}
