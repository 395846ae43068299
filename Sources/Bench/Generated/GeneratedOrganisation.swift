import AdminProtocol
import Registry

/// One organisation of the generated registry with everything that is of it: its people, licences,
/// trainings and workshops, as rows of the files that `import` takes.
///
/// A pure function of the seed and its number. The shares are those of the benchmark's contract:
/// one in a hundred licences and certifications ended yesterday, three in a hundred end within the
/// ladder of notices; some are suspended, revoked or lapsed; each organisation has a handful of
/// leaders in each programme.
struct GeneratedOrganisation {
    /// The rows of each kind, without the header.
    private(set) var rows: [TransferKind: [[String]]] = [:]

    let number: Int
    let today: CivilDate
    var random: SeededRandom

    init(_ number: Int, today: CivilDate, seed: UInt64) {
        self.number = number
        self.today = today
        random = SeededRandom(seed: seed, place: number)
        addItself()
        addPeople()
        addLicences()
        addCertifications()
    }

    /// The name by which files speak of it.
    var name: String { "ext:o\(number)" }

    /// The name by which files speak of its person of this place, from 0.
    func person(_ place: Int) -> String {
        "ext:p\((number - 1) * Scale.peopleEach + place + 1)"
    }

    mutating func add(_ kind: TransferKind, _ cells: [String]) {
        rows[kind, default: []].append(cells)
    }

    private mutating func addItself() {
        let (place, country) = PersonNames.places[random.days(0..<PersonNames.places.count)]
        let kind = PersonNames.kinds[random.days(0..<PersonNames.kinds.count)]
        let sector = ["nonprofit", "public", "company"][random.days(0..<3)]
        let closed = random.happens(percent: 1) ? today.adding(days: -random.days(1..<700)) : nil
        add(
            .organisations,
            [
                "o\(number)", "\(kind) \(place) \(number)", country, sector,
                number % 3 == 0 ? "office\(number)@example.org" : "", closed?.description ?? "",
            ])
    }

    /// Places 0 to 7 belong to it today, 8 to 11 did, and the others never did.
    private mutating func addPeople() {
        let first = (number - 1) * Scale.peopleEach + 1
        for place in 0..<Scale.peopleEach {
            let person = first + place
            add(
                .people,
                [
                    "p\(person)", PersonNames.person(person, &random),
                    person % 4 == 0 ? "" : "p\(person)@example.org",
                    random.happens(percent: 5) ? "physiotherapist" : "",
                    place < 12 && random.happens(percent: 40) ? "CPSMP" : "",
                ])
            guard place < 12 else { continue }
            let from = today.adding(days: -random.days(1_100..<2_500))
            let until = place < 8 ? nil : today.adding(days: -random.days(1..<900))
            add(
                .affiliations,
                [self.person(place), name, "\(from)", until?.description ?? ""])
        }
        // One of them helps in another organisation too.
        if number % 2 == 0, number > 7 {
            add(
                .affiliations, [person(0), "ext:o\(number - 7)", "\(today.adding(days: -400))", ""])
        }
    }
}
