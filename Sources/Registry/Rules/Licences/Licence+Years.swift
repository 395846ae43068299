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

    /// The licence years that begin by `date`, oldest first; none where the term holds no day.
    package func licenceYears(begunBy date: CivilDate) -> [DateSpan] {
        var years: [DateSpan] = []
        guard !term.isEmpty else { return [] }
        while true {
            let span = year(years.count)
            guard span.from <= date else { return years }
            years.append(span)
            if span.until == term.until ?? .last { return years }
        }
    }

    /// The licence year whose first day this is, if there is one.
    package func licenceYear(beginning day: CivilDate) -> DateSpan? {
        let year = licenceYear(containing: day)
        return year.from == day && term.contains(day) ? year : nil
    }

    /// The annual reports whose licence years ended before `date`, oldest first: one for each
    /// licence year, due on the day after it ends. A licence revoked by `date` owes none.
    package func annualReports(dueBy date: CivilDate) -> [AnnualReport] {
        guard !isRevoked(on: date) else { return [] }
        return licenceYears(begunBy: date).filter { $0.endsBefore(date) }.map(annualReport)
    }

    /// The report on one of its licence years.
    package func annualReport(on year: DateSpan) -> AnnualReport {
        AnnualReport(
            licence: id, year: year, dueOn: (year.until ?? .last).next,
            isFiled: reportsFiled.contains(year.from))
    }

    /// What has become of the report on a licence year by `date`, `grace` days being granted
    /// after its due day.
    package func reportState(
        of report: AnnualReport, on date: CivilDate, grace: Int
    ) -> AnnualReport.State {
        if report.isFiled { return .filed }
        if isRevoked(on: date) { return .notOwed }
        if date < report.dueOn { return .notDue }
        return report.isOverdue(on: date, grace: grace) ? .overdue : .due
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
