extension Sequence<DateSpan> {
    /// The same days with spans that overlap joined to one, by first day.
    package func united() -> [DateSpan] {
        var united: [DateSpan] = []
        for span in sorted(by: { $0.from < $1.from }) {
            guard let last = united.last, last.overlaps(span) else {
                united.append(span)
                continue
            }
            var until: CivilDate?
            if let one = last.until, let other = span.until { until = Swift.max(one, other) }
            united[united.count - 1] = DateSpan(from: last.from, until: until)
        }
        return united
    }
}
