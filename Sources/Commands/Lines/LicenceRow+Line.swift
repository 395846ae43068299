import AdminProtocol
import Registry
import Store

extension LicenceRow {
    /// The licence with what it is on `date`.
    func line(on date: CivilDate) -> DataLine {
        var line = DataLine("licence")
        line.add("id", word: licence.id)
        line.add("organisation", word: licence.holder)
        line.add("type", word: licence.type.rawValue)
        line.add("programmes", list: licence.scope.names)
        line.add("language", word: licence.language)
        line.add("from", date: licence.term.from)
        line.add("until", date: licence.term.until)
        line.add("state", word: licence.state(on: date).rawValue)
        line.add("workshops-per-year", integer: licence.workshopsPerYear)
        line.add("trainings-per-year", integer: licence.trainingsPerYear)
        line.add("renewal-of", word: renewalOf)
        line.add("external-id", text: externalID)
        if !licence.suspensions.isEmpty {
            line.add("suspensions", list: licence.suspensions.map(\.text))
        }
        if !licence.coverage.isEmpty {
            line.add(
                "covers", list: licence.coverage.map { "\($0.organisation):\($0.span.text)" })
        }
        if !reports.isEmpty {
            line.add("reports", list: reports.map(\.text))
            line.add("reports-filed", list: reports.map(\.filedOn))
        }
        let owed = licence.annualReports(dueBy: date).count { !$0.isFiled }
        if owed > 0 { line.add("reports-owed", integer: owed) }
        line.add("revoked-on", date: licence.revokedOn)
        line.add("version", integer: version)
        return line
    }
}

extension FiledReport {
    /// `2026-01-01:12:140:2`: the licence year, workshops, participants and leader trainings.
    fileprivate var text: String { "\(year):\(workshops):\(participants):\(trainings)" }
}

extension LicenceScope {
    /// The codes in order, or `any`.
    var names: [String] {
        switch self {
        case .any: return ["any"]
        case .programmes(let codes): return codes.sorted().map(\.text)
        }
    }
}
