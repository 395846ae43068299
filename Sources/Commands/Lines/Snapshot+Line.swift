package import AdminProtocol
package import Registry
package import Store

extension Snapshot {
    /// The line of a thing, the same in replies, lists and events; nil where it does not exist or
    /// does not lie in the reader's sight: nobody can tell the two apart.
    ///
    /// - Parameter date: the day of which a certification's standing and a notice's state are.
    package func line(of thing: Thing, on date: CivilDate) async throws -> DataLine? {
        guard try await sees(thing) else { return nil }
        switch thing {
        case .programme(let code):
            let catalogue = try await programmes()
            return catalogue[code].map {
                $0.line(version: catalogue.versions[code] ?? 1, on: date)
            }
        case .policy(let id):
            return try await policyRows().first { $0.row.id == id }
                .map { $0.row.line(version: $0.version) }
        case .organisation, .person, .licence, .training, .workshop, .certification:
            return try await lines(of: [thing], on: date)[thing]
        case .notice(let id): return try await notices([id], on: date).first?.line
        case .account(let id): return try await accounts([id], on: date).first?.line
        case .token(let id): return try await tokens([id]).first?.line(on: date)
        }
    }
}

extension DataLine {
    /// The line as one JSON object, as events keep it.
    var json: String {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .json).encode(self, tag: nil, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
