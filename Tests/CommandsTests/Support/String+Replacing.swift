extension String {
    /// The line with another value in one place.
    func replacing(_ old: String, _ new: String) -> String { replacing(old, with: new) }
}
