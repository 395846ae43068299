import Registry

/// Random facts as SQL: a small registry in which much begins and ends in the first months of
/// 2026.
struct RandomFacts {
    private var generator: SeededGenerator
    private var script = ""

    static let organisations = 6
    static let people = 14
    static let first = day("2026-01-01")

    static func script(seed: UInt64, turnsPolicy: Bool = false) -> String {
        var facts = RandomFacts(generator: SeededGenerator(seed: seed))
        facts.addParties()
        for number in 1...10 { facts.addLicence(number) }
        for person in 1...people { facts.addPerson(person) }
        if turnsPolicy { facts.addPolicy() }
        return facts.script
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func isIt(oneIn count: Int) -> Bool {
        number(1...count) == 1
    }

    private mutating func date(_ range: ClosedRange<Int> = -20...100) -> CivilDate {
        Self.first.adding(days: number(range))
    }

    private mutating func addParties() {
        for _ in 1...Self.organisations {
            let closed = isIt(oneIn: 3) ? "'\(date())'" : "NULL"
            script += """
                INSERT INTO organisation (name, country, closed_on) VALUES ('O', 'IE', \(closed));

                """
        }
        for _ in 1...Self.people {
            let professions = isIt(oneIn: 2) ? "{doctor,psychologist}" : "{physiotherapist}"
            script += """
                INSERT INTO person (name, professions) VALUES ('P', '\(professions)');

                """
        }
        script += "INSERT INTO person_peer SELECT id, 'CPSMP' FROM person WHERE id % 3 = 0;\n"
    }

    /// Each in a language of its own, so that they may overlap.
    private mutating func addLicence(_ place: Int) {
        let from = date(-400...60)
        let until = max(from, date())
        let type = isIt(oneIn: 2) ? "umbrella" : "multiple"
        let isAny = isIt(oneIn: 2)
        let revoked = isIt(oneIn: 5) ? "'\(max(from, date()))'" : "NULL"
        script += """
            INSERT INTO licence (holder, type, any_programme, language, from_date, until_date,
                revoked_on)
            VALUES (\(number(1...Self.organisations)), '\(type)', \(isAny), 'l\(place)',
                '\(from)', '\(until)', \(revoked));

            """
        if !isAny {
            script += """
                INSERT INTO licence_programme
                SELECT max(id), '\(isIt(oneIn: 2) ? "CPSMP" : "CDSMP")' FROM licence;

                """
        }
        if isIt(oneIn: 3) { addSpan("licence_suspension (licence", "SELECT max(id)", "licence") }
        if isIt(oneIn: 4) {
            script += """
                INSERT INTO licence (holder, type, any_programme, language, from_date, until_date,
                    renewal_of)
                SELECT holder, type, true, language, until_date + 1, until_date + 300, id
                FROM licence ORDER BY id DESC LIMIT 1;

                """
        }
        for _ in 1...2 where type == "umbrella" {
            addSpan(
                "licence_coverage (organisation, licence",
                "SELECT \(number(1...Self.organisations)), max(id)", "licence")
        }
    }

    /// Adds a row with days; one that overlaps another of the same thing is left out.
    private mutating func addSpan(_ target: String, _ values: String, _ source: String) {
        let from = date()
        let until = isIt(oneIn: 3) ? "NULL" : "'\(max(from, date()))'"
        script += """
            INSERT INTO \(target), from_date, until_date)
            \(values), '\(from)'::date, \(until)::date FROM \(source) ON CONFLICT DO NOTHING;

            """
    }

    private mutating func addPerson(_ person: Int) {
        for _ in 1...2 {
            addSpan(
                "affiliation (person, organisation",
                "SELECT \(person), \(number(1...Self.organisations))", "generate_series(1, 1)")
        }
        for programme in ["CDSMP", "CPSMP"] {
            for role in ["leader", "master-trainer"] where !isIt(oneIn: 3) {
                addStanding(person, programme, role)
            }
        }
    }

    private mutating func addStanding(_ person: Int, _ programme: String, _ role: String) {
        let states = ["provisional", "active", "active", "lapsed", "suspended", "revoked"]
        var from = date(-60...20)
        var current = date(0...120)
        let count = number(1...4)
        for place in 1...count {
            let until = from.adding(days: number(5...40))
            if isIt(oneIn: 2) { current = max(from, date(0...200)) }
            script += Facts.standing(
                person: person, programme: programme, role: role, from: "\(from)",
                until: place == count ? nil : "\(until)", state: states[number(0...5)],
                current: "\(current)")
            from = until.next
        }
    }

    private mutating func addPolicy() {
        script += """
            INSERT INTO severity (code, severity, from_date, until_date, source) VALUES
                ('too-few-leaders', 'warn', '\(date(10...30))', '\(date(31...50))', 'test'),
                ('report-overdue', 'refuse', '\(date(10...60))', NULL, 'test');
            INSERT INTO policy_number (name, numbers, from_date, source) VALUES
                ('report-grace-days', '{\(number(0...20))}', '\(date(20...70))', 'test'),
                ('expiry-ladder-days', '{45,10}', '\(date(20...70))', 'test');

            """
    }
}
