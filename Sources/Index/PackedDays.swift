import Registry

/// A day, or none, in four bytes: an optional day would take eight.
struct PackedDay {
    private var number: Int32

    init(_ day: CivilDate?) {
        number = day?.dayNumber ?? .min
    }

    var day: CivilDate? { number == .min ? nil : CivilDate(dayNumber: number) }
}

/// A span of days in eight bytes.
struct PackedSpan {
    private var from: CivilDate
    /// The end of the calendar where there is no end: the same days.
    private var until: CivilDate

    init(_ span: DateSpan) {
        from = span.from
        until = span.until ?? .last
    }

    func contains(_ date: CivilDate) -> Bool { from <= date && date <= until }
}
