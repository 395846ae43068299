import AdminProtocol

extension Request {
    /// What an `amend` makes of a field: the new value, nothing where it is cleared, and the old
    /// value where it is not mentioned.
    func amended(_ name: String, from old: String?) -> String? {
        isGiven(name) ? optionalText(name) : old
    }
}
