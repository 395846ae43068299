import Registry

/// A day by its name; a test that names a day that does not exist fails at once.
func day(_ text: String) -> CivilDate {
    CivilDate(text)!
}

/// Both days and those between them.
func days(_ first: String, _ last: String) -> [CivilDate] {
    let (first, last) = (day(first), day(last))
    return (0...last.days(since: first)).map { first.adding(days: $0) }
}
