import AdminProtocol
import Registry

extension GeneratedOrganisation {
    /// Who is certified in what: 50 certifications in all.
    private static let certified: [(programme: String, role: Role, places: Range<Int>)] = [
        ("CDSMP", .leader, 0..<24), ("CPSMP", .leader, 0..<10), ("TOMANDO", .leader, 4..<12),
        ("CDSMP", .masterTrainer, 0..<4), ("CPSMP", .masterTrainer, 0..<3),
        ("TOMANDO", .masterTrainer, 4..<5),
    ]

    /// Those places were trained together and lead the workshops.
    private static let cohorts: [String: Set<Int>] = [
        "CDSMP": [0, 1, 2, 5, 8, 9, 10, 12, 13], "CPSMP": [0, 1, 3, 8], "TOMANDO": [4, 6, 9],
    ]

    mutating func addCertifications() {
        for programme in ["CDSMP", "TOMANDO", "CPSMP"] {
            let cohort = Cohort(
                today: today, isEnding: random.happens(percent: 4), &random)
            addWorkshops(programme, cohort)
            for entry in Self.certified where entry.programme == programme {
                for place in entry.places { addCertification(entry.role, place, programme, cohort) }
            }
        }
        addTraining()
    }

    private mutating func addCertification(
        _ role: Role, _ place: Int, _ programme: String, _ cohort: Cohort
    ) {
        if role == .leader, programme == "CDSMP", isTrainedHere(place) { return }
        let isOfCohort = role == .leader && Self.cohorts[programme]?.contains(place) == true
        let day = isOfCohort ? cohort.anchor : trainedOn()
        add(
            .certifications,
            [person(place), programme, role.rawValue, "\(day)", "certificate \(number)-\(place)"])
        let share = random.days(0..<200)
        guard share < 2 else { return }
        let from = max(day.next, today.adding(days: -random.days(1..<200)))
        add(
            share == 0 ? .suspensions : .revocations,
            [person(place), programme, role.rawValue, "\(from)"])
    }

    /// When somebody was trained who has led nothing yet: of a hundred, one had a year that ended
    /// yesterday, three have one that ends within the ladder, 16 lapsed before, and the others were
    /// trained lately.
    private mutating func trainedOn() -> CivilDate {
        let share = random.days(0..<100)
        switch share {
        case 0: return today.previous.adding(months: -Cohort.windowMonths)
        case 1..<4:
            return today.adding(days: random.days(0..<90)).adding(months: -Cohort.windowMonths)
        case 4..<20: return today.adding(days: -random.days(370..<1_400))
        default: return today.adding(days: -random.days(1..<270))
        }
    }

    /// In every other organisation eight of the leaders were trained in the house.
    private func isTrainedHere(_ place: Int) -> Bool {
        number % 2 == 0 && (16..<24).contains(place)
    }

    private mutating func addTraining() {
        guard number % 2 == 0 else { return }
        let first = today.adding(days: -random.days(10..<270))
        add(
            .trainings,
            [
                "t\(number)", "CDSMP", "leader", "standard", "\(first)", "\(first.adding(days: 3))",
                name, "\(person(0)),\(person(1))",
                (16..<24).map { person($0) }.joined(separator: ","),
            ])
    }

    private mutating func addWorkshops(_ programme: String, _ cohort: Cohort) {
        let leaders = (Self.cohorts[programme] ?? []).sorted().map { person($0) }
        for (place, last) in cohort.workshops.enumerated() {
            add(
                .workshops,
                [
                    "w\(number)\(programme.prefix(2))\(place)", programme, name,
                    "Room \(random.days(1..<9))", "in-person", "\(last.adding(days: -35))",
                    "\(last)", "6", leaders.joined(separator: ","), "12", "10",
                ])
        }
    }
}
