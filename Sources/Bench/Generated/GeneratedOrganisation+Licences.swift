import AdminProtocol
import Registry

extension GeneratedOrganisation {
    private static let termMonths = 36

    /// An old one, the present one, and one for the Spanish programme: what most of them have.
    mutating func addLicences() {
        let present = presentStart()
        // An old one ends before the present one begins, with or without a gap.
        let old = present.adding(days: -random.days(0..<200)).adding(months: -Self.termMonths)
        addLicence("a", type: "multiple", programmes: "CDSMP,CPSMP", from: old)
        if number % 10 == 0, number > 1 {
            // Served by the umbrella of its neighbour; its own third is one for another language.
            add(.coverage, ["ext:l\(number - 1)b", name, "\(coverageStart())"])
            addLicence("b", type: "single", programmes: "CDSMP", language: "da", from: present)
        } else {
            let type = number % 10 == 9 ? "umbrella" : "multiple"
            addLicence("b", type: type, programmes: "CDSMP,CPSMP", from: present, mayEnd: true)
        }
        addLicence(
            "c", type: "single", programmes: "TOMANDO", language: "es",
            from: today.adding(days: -random.days(0..<1_300)))
    }

    /// When the present licence began: of a hundred one ended yesterday, and three end within the
    /// ladder's 90 days.
    private mutating func presentStart() -> CivilDate {
        let share = random.days(0..<100)
        if share == 0 { return today.adding(months: -Self.termMonths) }
        if share < 4 {
            return today.adding(days: random.days(1..<90)).adding(months: -Self.termMonths)
        }
        return today.adding(days: -random.days(30..<980))
    }

    private mutating func coverageStart() -> CivilDate {
        today.adding(days: -random.days(1..<25))
    }

    private mutating func addLicence(
        _ letter: String, type: String, programmes: String, language: String = "",
        from: CivilDate, mayEnd: Bool = false
    ) {
        let share = mayEnd ? random.days(0..<100) : 100
        let revoked = share < 2 ? today.adding(days: -random.days(1..<25)) : nil
        let suspended = share == 2 || share == 3 ? today.adding(days: -random.days(1..<25)) : nil
        let until = from.endOfTerm(months: Self.termMonths)
        let years = random.happens(percent: 95) ? reportedYears(from: from, until: until) : []
        add(
            .licences,
            [
                "l\(number)\(letter)", name, type, programmes, language, "\(from)", "\(until)",
                revoked?.description ?? "", suspended.map { "\($0)/" } ?? "",
                years.map { "\($0):4:40:1" }.joined(separator: ","),
                years.map { "\($0.adding(months: 12))" }.joined(separator: ","),
            ])
    }

    /// The licence years that are over, whose reports were filed on the day on which they were due.
    private func reportedYears(from: CivilDate, until: CivilDate) -> [CivilDate] {
        (0..<3).map { from.adding(months: 12 * $0) }.filter { $0.adding(months: 12) <= today }
    }
}
