package import Registry

/// Reading an argument that may be absent. Nil where it is absent or cleared (`name=""`): ask
/// `isGiven` where the two differ.
extension Request {
    package func optionalText(_ name: String) -> String? {
        given(name)
    }

    /// A language tag in the spelling that RFC 5646 (2.1.1) recommends, `pt-BR`: tags that differ
    /// in case only are one language.
    package func optionalLanguage(_ name: String) -> String? {
        guard let tag = given(name) else { return nil }
        let subtags = tag.split(separator: "-")
        let spelt = subtags.enumerated().map { place, subtag -> String in
            let isAfterSingleton = subtags[..<place].contains { $0.count == 1 }
            guard place > 0, !isAfterSingleton, subtag.allSatisfy(\.isLetter) else {
                return subtag.lowercased()
            }
            switch subtag.count {
            case 2: return subtag.uppercased()
            case 4: return subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
            default: return subtag.lowercased()
            }
        }
        return spelt.joined(separator: "-")
    }

    package func optionalInteger(_ name: String) throws(ProtocolError) -> Int? {
        try read(name) { ArgumentType.integer(from: $0, in: Int.min...Int.max) }
    }

    package func optionalSpan(_ name: String) throws(ProtocolError) -> ClosedRange<Int>? {
        try read(name) { ArgumentType.span(from: $0, in: Int.min...Int.max) }
    }

    package func optionalHalfDays(_ name: String) throws(ProtocolError) -> HalfDays? {
        try read(name) { HalfDays($0) }
    }

    package func optionalDate(
        _ name: String, today: CivilDate
    ) throws(ProtocolError) -> CivilDate? {
        try read(name) { ArgumentType.date(from: $0, today: today) }
    }

    package func boolean(
        _ name: String, default absent: Bool = false
    ) throws(ProtocolError) -> Bool {
        try read(name, ArgumentType.boolean) ?? absent
    }

    package func optionalBoolean(_ name: String) throws(ProtocolError) -> Bool? {
        try read(name, ArgumentType.boolean)
    }

    package func optionalProgramme(_ name: String) throws(ProtocolError) -> ProgrammeCode? {
        try read(name) { ProgrammeCode($0) }
    }

    package func optionalChoice<T: RawRepresentable<String>>(
        _ name: String, as type: T.Type = T.self
    ) throws(ProtocolError) -> T? {
        try read(name, T.init(rawValue:))
    }

    package func optionalID<ID: RegistryID>(
        _ name: String, as type: ID.Type = ID.self
    ) throws(ProtocolError) -> Reference<ID>? {
        try read(name) { ArgumentType.reference(from: $0, as: type) }
    }

    private func given(_ name: String) -> String? {
        guard let value = arguments[name], !value.isEmpty else { return nil }
        return value
    }

    private func read<T>(
        _ name: String, _ reader: (String) -> T?
    ) throws(ProtocolError) -> T? {
        guard let text = given(name) else { return nil }
        guard let value = reader(text) else { throw badValue(name) }
        return value
    }
}
