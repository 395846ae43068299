package import Registry

/// Reading one value of each type: nil where the value is not of it.
extension ArgumentType {
    /// A whole number in decimal digits, perhaps with a minus.
    package static func integer(from text: String, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.first != .plus, let number = Int(text), range.contains(number) else {
            return nil
        }
        return number
    }

    /// `6`, or `6-12` with the smaller first.
    package static func span(
        from text: String, in range: ClosedRange<Int>
    ) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = ends.first, let low = integer(from: String(first), in: range) else {
            return nil
        }
        guard ends.count == 2 else { return low...low }
        guard let high = integer(from: String(ends[1]), in: range), low <= high else { return nil }
        return low...high
    }

    /// `YYYY-MM-DD`, or `today`.
    package static func date(from text: String, today: CivilDate) -> CivilDate? {
        text == Self.today ? today : CivilDate(text)
    }

    package static func boolean(from text: String) -> Bool? {
        switch text {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// An id such as `P-1`, or `ext:VALUE` with anything but nothing as VALUE.
    package static func reference<ID: RegistryID>(
        from text: String, as type: ID.Type = ID.self
    ) -> Reference<ID>? {
        if let external = externalID(after: text) { return .external(external) }
        return ID(text).map(Reference.id)
    }

    /// What stands after `ext:`, where the value begins so and the rest can be an external id.
    package static func externalID(after text: String) -> String? {
        guard text.utf8.starts(with: externalPrefix.utf8) else { return nil }
        let value = String(text.dropFirst(externalPrefix.count))
        return ArgumentType.externalID.accepts(value) ? value : nil
    }

    /// The elements of a list: nil where one is empty or there are too many. The empty text is the
    /// list of nothing.
    package static func elements(of text: String) -> [String]? {
        guard !text.isEmpty else { return [] }
        let elements = text.utf8.split(separator: .comma, omittingEmptySubsequences: false)
        guard elements.count <= ProtocolLimits.maxListElements,
            elements.allSatisfy({ !$0.isEmpty })
        else { return nil }
        return elements.map { String(Substring($0)) }
    }

    static let today = "today"
    static let externalPrefix = "ext:"
}
