extension Licence {
    /// The licence year that holds `date`: years run from the licence's first day, the last one
    /// ends with the term. A date outside the term gives the first or the last year.
    package func licenceYear(containing date: CivilDate) -> DateSpan {
        let day = max(term.from, min(date, term.until ?? .last))
        // The years of the calendar differ from the licence years passed by one at most.
        var index = max(0, day.components.year - term.from.components.year)
        if index > 0, firstDay(ofYear: index) > day { index -= 1 }
        return year(index)
    }

    /// The annual reports whose licence years ended before `date`, oldest first: one for each
    /// licence year, due on the day after it ends.
    package func annualReports(dueBy date: CivilDate) -> [AnnualReport] {
        var reports: [AnnualReport] = []
        guard !term.isEmpty else { return [] }
        while true {
            let span = year(reports.count)
            guard let last = span.until, last < date else { return reports }
            reports.append(
                AnnualReport(
                    licence: id, year: span, dueOn: last.next,
                    isFiled: reportsFiled.contains(span.from)))
            if last == term.until { return reports }
        }
    }

    private func year(_ index: Int) -> DateSpan {
        // Where the calendar ends the next first day is clamped, and no day before it is the end.
        let isLast = term.from.components.year + index >= CivilDate.last.components.year
        let end = isLast ? CivilDate.last : firstDay(ofYear: index + 1).previous
        return DateSpan(from: firstDay(ofYear: index), until: min(end, term.until ?? .last))
    }

    private func firstDay(ofYear index: Int) -> CivilDate {
        term.from.adding(months: index * 12)
    }
}

/// The report that a licence's holder owes for one licence year.
package struct AnnualReport: Hashable, Sendable {
    package var licence: LicenceID
    package var year: DateSpan
    /// The day after the licence year ends.
    package var dueOn: CivilDate
    package var isFiled: Bool

    package init(licence: LicenceID, year: DateSpan, dueOn: CivilDate, isFiled: Bool) {
        self.licence = licence
        self.year = year
        self.dueOn = dueOn
        self.isFiled = isFiled
    }

    /// Whether it is missing and its due day plus `grace` days lies before `date`.
    package func isOverdue(on date: CivilDate, grace: Int) -> Bool {
        !isFiled && dueOn.adding(days: max(0, grace)) < date
    }
}
