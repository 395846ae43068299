internal import CLibpq

extension Query {
    /// By what a connection knows the statement once it is prepared: its text and the types of its
    /// parameters, for a NULL travels without one. Nil for a query that is not prepared.
    var preparationKey: String? {
        guard name != nil else { return nil }
        return parameters.types.map(String.init).joined(separator: ",") + ":" + sql
    }

    /// The name under which the server keeps it.
    func serverName(number: Int) -> String {
        let bytes = (name ?? "").utf8.prefix(PostgresLimits.statementNameBytes)
        return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) + "_\(number)"
    }

    func sendPreparation(as name: String, over connection: OpaquePointer) -> Bool {
        PQsendPrepare(
            connection, name, sql, Int32(parameters.types.count), parameters.types) == 1
    }

    func sendPrepared(as name: String, over connection: OpaquePointer) -> Bool {
        withValues { count, values, lengths, formats in
            PQsendQueryPrepared(
                connection, name, count, values, lengths, formats, resultFormat.rawValue) == 1
        }
    }

    func sendUnprepared(over connection: OpaquePointer) -> Bool {
        withValues { count, values, lengths, formats in
            PQsendQueryParams(
                connection, sql, count, parameters.types, values, lengths, formats,
                resultFormat.rawValue) == 1
        }
    }

    private func withValues(
        _ send: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> Bool
    ) -> Bool {
        // An empty value has no bytes to point at, and NULL is the absence of a pointer: one more
        // byte gives it a place.
        (parameters.bytes + [0]).withUnsafeBytes { bytes in
            let values = parameters.ranges.map { range -> UnsafePointer<CChar>? in
                guard let range, let base = bytes.baseAddress else { return nil }
                return (base + range.lowerBound).assumingMemoryBound(to: CChar.self)
            }
            let lengths = parameters.ranges.map { Int32(clamping: $0?.count ?? 0) }
            let formats = [Int32](repeating: 1, count: values.count)
            return send(Int32(values.count), values, lengths, formats)
        }
    }
}
