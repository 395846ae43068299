extension ArgumentType {
    /// What the type takes, as the end of the sentence "… must be …".
    package var want: String {
        switch self {
        case .text: "text of 1 to \(ProtocolLimits.maxText) characters"
        case .form(let sentence): sentence
        case .externalID: "an external id of 1 to \(ProtocolLimits.maxExternalID) characters"
        case .email: "an e-mail address"
        case .integer(let range): "a whole number \(Self.words(for: range))"
        case .span(let range):
            "a whole number or two with a hyphen (6-12), \(Self.words(for: range))"
        case .halfDays: "a number of days in halves, such as 4 or 0.5"
        case .date: "a date, YYYY-MM-DD or today"
        case .boolean: "yes or no"
        case .choice(let choices): "one of " + choices.joined(separator: ", ")
        case .id(let kind): "the id of \(kind.phrase) such as \(kind.letter)-1, or ext:VALUE"
        case .anyID(let kinds):
            "an id such as " + kinds.map { $0.letter + "-1" }.joined(separator: ", ")
                + ", or ext:VALUE"
        case .programme: "a programme's code such as CDSMP"
        case .country: "a country's two capital letters (ISO 3166-1 alpha-2) such as IE"
        case .language: "a language tag such as da or pt-BR"
        case .word: "a word of letters, digits and hyphens that begins with a letter"
        case .requestToken:
            "1 to \(ProtocolLimits.maxRequestToken) visible characters without a space"
        case .list(let element): "a list split at commas, each \(element.want)"
        }
    }

    private static func words(for range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (Int.min, Int.max): "of any size"
        case (let low, Int.max): "from \(low)"
        case (Int.min, let high): "up to \(high)"
        case (let low, let high): "from \(low) to \(high)"
        }
    }
}

extension IDKind {
    fileprivate var phrase: String {
        switch self {
        case .organisation, .event: "an " + rawValue
        default: "a " + rawValue
        }
    }
}
