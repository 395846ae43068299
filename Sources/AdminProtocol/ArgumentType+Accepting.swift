import Registry

extension ArgumentType {
    /// Whether a value that is not empty is of the type. A `form` is judged by its command.
    package func accepts(_ value: String) -> Bool {
        switch self {
        case .text, .form: Self.isText(value, upTo: ProtocolLimits.maxText)
        case .externalID: Self.isText(value, upTo: ProtocolLimits.maxExternalID)
        case .email: Self.isEmail(value)
        case .integer(let range): Self.integer(from: value, in: range) != nil
        case .span(let range): Self.span(from: value, in: range) != nil
        case .halfDays: HalfDays(value) != nil
        case .date: Self.date(from: value, today: .first) != nil
        case .boolean: Self.boolean(from: value) != nil
        case .choice(let choices): choices.contains(value)
        case .id(let kind): kind.accepts(value)
        case .anyID(let kinds): kinds.contains { $0.accepts(value) }
        case .programme: ProgrammeCode(value) != nil
        case .country: CountryCode.isAssigned(value)
        case .language: Self.isLanguage(value)
        case .word: value.utf8.isName && value.utf8.count <= ProtocolLimits.maxWord
        case .requestToken: Self.isRequestToken(value)
        case .list(let element): Self.elements(of: value)?.allSatisfy(element.accepts) ?? false
        }
    }

    /// Not empty, and not longer than so many Unicode scalars. Characters as a reader counts them
    /// would be no limit: one of them may be of any length.
    private static func isText(_ value: String, upTo limit: Int) -> Bool {
        !value.isEmpty && value.unicodeScalars.count <= limit
    }

    /// One `@` with something on both sides and nothing blank. More only a sent mail can say.
    private static func isEmail(_ value: String) -> Bool {
        let bytes = value.utf8
        guard bytes.count <= ProtocolLimits.maxEmail, !value.contains(where: \.isWhitespace) else {
            return false
        }
        let sides = bytes.split(separator: .at, omittingEmptySubsequences: false)
        return sides.count == 2 && sides.allSatisfy { !$0.isEmpty }
    }

    /// The shape of RFC 5646, not its registry: 2 or 3 letters, then subtags of 1 to 8 letters and
    /// digits.
    private static func isLanguage(_ value: String) -> Bool {
        guard value.utf8.count <= ProtocolLimits.maxWord else { return false }
        let subtags = value.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
        guard let first = subtags.first, (2...3).contains(first.count),
            first.allSatisfy(\.isAlpha)
        else { return false }
        return subtags.dropFirst().allSatisfy { subtag in
            (1...8).contains(subtag.count) && subtag.allSatisfy { $0.isAlpha || $0.isDigit }
        }
    }

    /// Whatever a client's own scheme makes, as long as it can be seen and ends.
    private static func isRequestToken(_ value: String) -> Bool {
        isText(value, upTo: ProtocolLimits.maxRequestToken)
            && value.unicodeScalars.allSatisfy(\.isVisible)
    }
}

extension IDKind {
    /// Whether the value is an id of this kind or `ext:VALUE`.
    package func accepts(_ value: String) -> Bool {
        switch self {
        case .organisation: reads(value, OrganisationID.self)
        case .person: reads(value, PersonID.self)
        case .licence: reads(value, LicenceID.self)
        case .training: reads(value, TrainingID.self)
        case .certification: reads(value, CertificationID.self)
        case .workshop: reads(value, WorkshopID.self)
        case .notice: reads(value, NoticeID.self)
        case .event: reads(value, EventID.self)
        case .policy: reads(value, PolicyID.self)
        }
    }

    private func reads<ID: RegistryID>(_ value: String, _ type: ID.Type) -> Bool {
        ArgumentType.reference(from: value, as: type) != nil
    }
}

extension Unicode.Scalar {
    /// Whether a reader can see it: no blank, no control, nothing that only shapes its neighbours.
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
            .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}
