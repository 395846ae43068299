/// What an argument takes. `want` says it in words, `accepts` judges a value.
package indirect enum ArgumentType: Sendable, Hashable {
    /// 1 to `ProtocolLimits.maxText` characters.
    case text
    /// Text of a form that the command itself reads; the sentence says which.
    case form(String)
    case externalID
    case email
    case integer(ClosedRange<Int>)
    /// `6` or `6-12`, both ends in the range.
    case span(ClosedRange<Int>)
    /// Days in halves: `4`, `0.5`.
    case halfDays
    /// `YYYY-MM-DD` or `today`.
    case date
    /// `yes` or `no`.
    case boolean
    case choice([String])
    /// An id of the kind, or `ext:VALUE`.
    case id(IDKind)
    /// An id of any of the kinds, or `ext:VALUE`.
    case anyID([IDKind])
    /// A programme's code.
    case programme
    /// ISO 3166-1 alpha-2, in capitals.
    case country
    /// A language tag such as `da` or `pt-BR`.
    case language
    /// A symbolic word: a letter, then letters, digits and hyphens.
    case word
    /// The token of `request=`.
    case requestToken
    /// One value, split at commas.
    case list(of: ArgumentType)
}
