import AdminProtocol
import Registry
import Store

struct LicenceUsage: ReadCommand {
    static let spec = CommandSpec(
        ["licence", "usage"],
        "Lists the years of a licence: what was used, what the fee covers, and the report.",
        arguments: [
            LicenceArguments.subject,
            ArgumentSpec("year", .date, "only the licence year that holds this day"),
            ArgumentSpec("on", .date, "as of which day (today): later years are left out"),
        ] + ArgumentSpec.paging,
        example: "licence usage L-1")
    static let audience = Set<AccountRole>.organisers

    private let licence: Reference<LicenceID>
    private let year: CivilDate?
    private let date: CivilDate
    private let after: CivilDate?

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        licence = try request.id("licence")
        year = try request.optionalDate("year", today: today)
        date = try request.optionalDate("on", today: today) ?? today
        after = request.after.flatMap { CivilDate($0) }
        if request.after != nil, after == nil {
            throw request.badValue("after", want: "next= of the page before, a date")
        }
    }

    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply {
        let id = try await snapshot.resolve(licence)
        try await snapshot.demandSeen(.licence(id))
        guard let row = try await snapshot.licences([id]).first else {
            throw Refusal.notFound("licence", id.description)
        }
        var years = row.licence.licenceYears(begunBy: date)
        if let year { years.removeAll { !$0.contains(year) } }
        if let after { years.removeAll { $0.from <= after } }
        years = Array(years.prefix(context.request.limit + 1))
        let used = try await snapshot.use(of: id, in: years)
        let grace = try await snapshot.policy().number(.reportGraceDays, on: date)
        return Reply(
            page: Array(zip(years, used)), limit: context.request.limit, next: { "\($0.0.from)" },
            line: { row.line(of: $0.0, used: $0.1, on: date, grace: grace) })
    }
}

extension LicenceRow {
    /// `* usage …`: one licence year, what was used in it, and its report as of `date`.
    fileprivate func line(
        of year: DateSpan, used: LicenceUse, on date: CivilDate, grace: Int
    ) -> DataLine {
        let report = licence.annualReport(on: year)
        let filed = reports.first { $0.year == year.from }
        var line = DataLine("usage")
        line.add("licence", word: licence.id)
        line.add("year", date: year.from)
        line.add("until", date: year.until)
        line.add("workshops", integer: used.workshops)
        line.add("workshops-per-year", integer: licence.workshopsPerYear)
        line.add("workshops-over", integer: used.workshopsOver(licence))
        line.add("participants", integer: used.participants)
        line.add("trainings", integer: used.trainings)
        line.add("trainings-per-year", integer: licence.trainingsPerYear)
        line.add("trainings-over", integer: used.trainingsOver(licence))
        line.add("fee-due", boolean: used.isFeeDue(licence))
        line.add(
            "report", word: licence.reportState(of: report, on: date, grace: grace).rawValue)
        line.add("report-due", date: report.dueOn)
        line.add("filed-on", date: filed?.filedOn)
        line.add("reported-workshops", integer: filed?.workshops)
        line.add("reported-participants", integer: filed?.participants)
        line.add("reported-trainings", integer: filed?.trainings)
        return line
    }
}
