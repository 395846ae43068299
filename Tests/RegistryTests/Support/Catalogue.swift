import Registry

/// The shipped catalogue as the contract's tables state it, written out again for the tests.
enum Catalogue {
    static let cdsmp = chronicDisease("CDSMP", "Chronic Disease Self-Management Program")
    static let tomando = chronicDisease("TOMANDO", "Tomando control de su salud")

    static let cpsmp = Programme(
        code: code("CPSMP"), title: "Chronic Pain Self-Management Program",
        sessions: CountRange(6, 6), minutes: 150, totalMinutes: 900,
        modes: [
            DeliveryMode(name: "in-person", group: CountRange(8, 16)),
            DeliveryMode(name: "virtual", group: CountRange(8, 12)),
            DeliveryMode(name: "toolkit", group: CountRange(3, 5), leaders: 1),
        ],
        staffing: .leaders(2, peers: 1), licenceTypes: [.multiple, .umbrella],
        formats: [format(.cross, "one-day", "1"), format(.cross, "two-day", "2")] + usualFormats,
        prerequisites: [
            Prerequisite(
                alternatives: [code("CDSMP"), code("TOMANDO")], mustBeCurrent: false,
                effective: always)
        ],
        retention: Retention.rules(leadersTrainedBy: [.training(.leader), .training(.cross)]))

    static let hlcPain = Programme(
        code: code("HLC-PAIN"), title: "Healthy Life Centre pain course",
        sessions: CountRange(6, 6), minutes: 150, totalMinutes: 900,
        modes: [DeliveryMode(name: "in-person")], staffing: .leaders(1, peers: 0), minLeaders: 1)

    static let pmp = Programme(
        code: code("PMP"), title: "Pain Management Programme", sessions: CountRange(12, nil),
        minutes: 180, totalMinutes: 2_160, modes: [DeliveryMode(name: "in-person")],
        staffing: .professions(["doctor", "psychologist", "physiotherapist"]))

    static let gsh = Programme(
        code: code("GSH"), title: "Guided Self-Help", sessions: CountRange(6, 12),
        modes: [
            DeliveryMode(name: "in-person", group: CountRange(1, 1)),
            DeliveryMode(name: "virtual", group: CountRange(1, 1)),
        ],
        staffing: .professions(["postgraduate-student"]))

    static let all = [cdsmp, tomando, cpsmp, hlcPain, pmp, gsh]
    static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
    static let always = DateSpan(from: .first, until: nil)

    private static func chronicDisease(_ name: String, _ title: String) -> Programme {
        Programme(
            code: code(name), title: title, sessions: CountRange(6, 6), minutes: 150,
            totalMinutes: 900,
            modes: [
                DeliveryMode(name: "in-person", group: CountRange(10, 16)),
                DeliveryMode(name: "virtual"),
            ],
            staffing: .leaders(2, peers: 0), licenceTypes: [.single, .multiple, .umbrella],
            formats: usualFormats,
            retention: Retention.rules(leadersTrainedBy: [.training(.leader)]))
    }

    private static let usualFormats = [
        format(.leader, "standard", "4"), format(.master, "standard", "4.5"),
        format(.refresher, "standard", "0.5", "2"),
    ]

    private static func format(
        _ kind: TrainingKind, _ name: String, _ shortest: String, _ longest: String? = nil
    ) -> TrainingFormat {
        TrainingFormat(
            kind: kind, name: name, shortest: halfDays(shortest),
            longest: halfDays(longest ?? shortest))
    }
}

/// The shipped retention rules.
enum Retention {
    static let delivery = rule(
        .leader, "delivery", 12, 12, [.workshop(mode: "in-person"), .workshop(mode: "virtual")],
        [.anyWorkshop])

    static func rules(leadersTrainedBy training: Set<CountedActivity>) -> [RetentionRule] {
        let activity: Set<CountedActivity> = [
            .anyWorkshop, .training(.leader), .training(.cross),
        ]
        return [
            delivery, rule(.masterTrainer, "activity", 12, 12, activity, activity),
            rule(.masterTrainer, "leader-training", 18, 36, training, training),
        ]
    }

    private static func rule(
        _ role: Role, _ name: String, _ first: Int, _ later: Int,
        _ countsFirst: Set<CountedActivity>, _ countsLater: Set<CountedActivity>
    ) -> RetentionRule {
        RetentionRule(
            role: role, name: name, firstMonths: first, laterMonths: later,
            countsFirst: countsFirst, countsLater: countsLater, effective: Catalogue.always,
            source: "registry contract")
    }
}

extension Policy {
    /// The shipped numbers and severities.
    static let shipped = Policy(
        numbers: [
            (.licenceTermMonths, [36]), (.reportGraceDays, [0]), (.refresherAfterMonths, [12]),
            (.refresherEveryMonths, [24]), (.trainersOfTraining, [2]), (.trainersOfRefresher, [1]),
            (.expiryLadderDays, [90, 60, 30, 7]),
        ].map { PolicyNumber(name: $0, values: $1, effective: Catalogue.always) },
        severities: [.reportOverdue, .overAllowance, .groupSize].map {
            SeverityRow(code: $0, severity: .warn, effective: Catalogue.always)
        })
}
