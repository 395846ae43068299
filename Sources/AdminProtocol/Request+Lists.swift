package import Registry

/// Reading a list: one value split at commas. Empty where it is absent or `""`.
extension Request {
    /// The elements as text.
    package func list(_ name: String) throws(ProtocolError) -> [String] {
        try list(name) { $0 }
    }

    package func programmes(_ name: String) throws(ProtocolError) -> [ProgrammeCode] {
        try list(name) { ProgrammeCode($0) }
    }

    package func choices<T: RawRepresentable<String>>(
        _ name: String, as type: T.Type = T.self
    ) throws(ProtocolError) -> [T] {
        try list(name, T.init(rawValue:))
    }

    /// Ids and `ext:VALUE`s. An external id that holds a comma cannot stand in a list.
    package func ids<ID: RegistryID>(
        _ name: String, as type: ID.Type = ID.self
    ) throws(ProtocolError) -> [Reference<ID>] {
        try list(name) { ArgumentType.reference(from: $0, as: type) }
    }

    private func list<T>(
        _ name: String, _ reader: (String) -> T?
    ) throws(ProtocolError) -> [T] {
        guard let elements = ArgumentType.elements(of: arguments[name] ?? "") else {
            throw badValue(name)
        }
        var values: [T] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            guard let value = reader(element) else { throw badValue(name) }
            values.append(value)
        }
        return values
    }
}
