package import Registry

/// Reading an argument that must be there. Each has an `optional…` twin in
/// `Request+OptionalValues.swift`.
///
/// All throw `bad-value` (or `missing-argument`) with the argument's own `want`. After
/// `Grammar.match` that happens only where a command asks for another type than its table says, or
/// for an argument that its table does not require.
extension Request {
    package func text(_ name: String) throws(ProtocolError) -> String {
        try required(name, optionalText(name))
    }

    package func integer(_ name: String) throws(ProtocolError) -> Int {
        try required(name, optionalInteger(name))
    }

    package func span(_ name: String) throws(ProtocolError) -> ClosedRange<Int> {
        try required(name, optionalSpan(name))
    }

    package func halfDays(_ name: String) throws(ProtocolError) -> HalfDays {
        try required(name, optionalHalfDays(name))
    }

    /// - Parameter today: what `today` means, in the registry's time zone.
    package func date(_ name: String, today: CivilDate) throws(ProtocolError) -> CivilDate {
        try required(name, optionalDate(name, today: today))
    }

    package func programme(_ name: String) throws(ProtocolError) -> ProgrammeCode {
        try required(name, optionalProgramme(name))
    }

    /// A choice as the value of an enumeration whose raw values are the choices.
    package func choice<T: RawRepresentable<String>>(
        _ name: String, as type: T.Type = T.self
    ) throws(ProtocolError) -> T {
        try required(name, optionalChoice(name, as: type))
    }

    /// An id or an `ext:VALUE`.
    package func id<ID: RegistryID>(
        _ name: String, as type: ID.Type = ID.self
    ) throws(ProtocolError) -> Reference<ID> {
        try required(name, optionalID(name, as: type))
    }

    /// The error for a value whose form only the command can judge, such as `modes=`.
    package func badValue(_ name: String, want: String? = nil) -> ProtocolError {
        let want = want ?? command.argument(name)?.want ?? "another value"
        return ProtocolError.badValue(name, want: want).tagged(tag)
    }

    /// The error for an argument that is needed here, though the command's table leaves it open.
    package func missing(_ name: String) -> ProtocolError {
        let want = command.argument(name)?.want ?? "a value"
        return ProtocolError.missing(name, want: want).tagged(tag)
    }

    private func required<T>(_ name: String, _ value: T?) throws(ProtocolError) -> T {
        guard let value else { throw isGiven(name) ? badValue(name) : missing(name) }
        return value
    }
}
