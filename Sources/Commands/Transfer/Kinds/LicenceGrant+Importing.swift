import AdminProtocol
import Registry
import Store

extension LicenceGrant: KnownByExternalID {
    static let keptColumns = [ArgumentSpec.keptID] + LicenceHistory.specs

    static func thing(_ id: LicenceID) -> Thing { .licence(id) }
}

/// What a file tells of a licence after its grant, under the keys of its line.
struct LicenceHistory: Sendable {
    static let specs = [
        ArgumentSpec("renewal-of", .id(.licence), "the licence that it continues"),
        ArgumentSpec("revoked-on", .date, "since when it is revoked"),
        ArgumentSpec(
            "suspensions", .list(of: .form("days such as 2026-03-01/2026-03-31")),
            "the days on which it was suspended"),
        ArgumentSpec(
            "reports", .list(of: .form("a report such as 2026-01-01:12:140:2")),
            "the annual reports: licence year, workshops, participants, trainings"),
        ArgumentSpec("reports-filed", .list(of: .date), "the days on which they were filed"),
    ]

    let renewalOf: Reference<LicenceID>?
    let revokedOn: CivilDate?
    private let suspensions: [DateSpan]
    private let reports: [FiledReport]

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        renewalOf = try request.optionalID("renewal-of")
        revokedOn = try request.optionalDate("revoked-on", today: today)
        suspensions = try request.forms("suspensions") { DateSpan(form: $0) }
        let filed = try request.forms("reports-filed") { CivilDate($0) }
        let reports = try request.forms("reports") { FiledReport(form: $0) }
        guard reports.count == filed.count else { throw request.badValue("reports-filed") }
        self.reports = zip(reports, filed).map { report, day in
            var report = report
            report.filedOn = day
            return report
        }
    }

    func complete(_ row: inout LicenceRow) {
        row.licence.revokedOn = revokedOn
        row.licence.suspensions = suspensions
        row.reports = reports
    }
}

extension Request {
    /// The elements of a list of some form.
    fileprivate func forms<Form>(
        _ name: String, _ read: (String) -> Form?
    ) throws(ProtocolError) -> [Form] {
        let texts = try list(name)
        let forms = texts.compactMap(read)
        guard forms.count == texts.count else { throw badValue(name) }
        return forms
    }
}

extension DateSpan {
    /// `2026-03-01/2026-03-31`, or `2026-03-01/` without an end.
    fileprivate init?(form: String) {
        let ends = form.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let from = CivilDate(ends[0]) else { return nil }
        let until = CivilDate(ends[1])
        guard until != nil || ends[1].isEmpty else { return nil }
        self.init(from: from, until: until)
    }
}

extension FiledReport {
    /// `2026-01-01:12:140:2`, as a licence's line shows it, without the day of filing.
    fileprivate init?(form: String) {
        let parts = form.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let year = CivilDate(parts[0]) else { return nil }
        let numbers = parts[1...].compactMap {
            ArgumentType.integer(from: $0, in: 0...100_000_000)
        }
        guard numbers.count == 3 else { return nil }
        self.init(
            year: year, workshops: numbers[0], participants: numbers[1], trainings: numbers[2],
            filedOn: year)
    }
}
