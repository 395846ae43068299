import Registry

extension [DateSpan] {
    /// The suspension that a reinstatement from `date` ends, nil where nothing is suspended then.
    func ended(from date: CivilDate) -> DateSpan? {
        first { $0.contains(date) }
    }
}
