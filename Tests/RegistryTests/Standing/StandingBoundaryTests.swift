import Registry
import Testing

/// The days on both sides of everything that can turn a standing.
@Suite("Standing on boundary days")
struct StandingBoundaryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var history: CertificationHistory
        var role = Role.leader
        var on: String
        var state: StandingState
        var until: String?

        var testDescription: String { "\(what), \(on)" }

        init(
            _ what: String, _ history: CertificationHistory, as role: Role = .leader,
            on: String, _ state: StandingState, until: String? = nil
        ) {
            self.what = what
            self.history = history
            self.role = role
            self.on = on
            self.state = state
            self.until = until
        }
    }

    @Test("State and end", arguments: windows + marks + masterTrainers)
    func standing(_ example: Case) {
        let standing = example.history.standing(
            on: day(example.on), under: Catalogue.cdsmp.retention, role: example.role)
        #expect(standing.state == example.state)
        #expect(standing.currentUntil == example.until.map { day($0) })
        #expect(standing.isAuthorised == [.provisional, .active].contains(example.state))
    }

    private static let idle = CertificationHistory(trainedOn: [day("2024-01-31")])

    private static func led(_ dates: String..., mode: String = "in-person")
        -> CertificationHistory
    {
        CertificationHistory(
            trainedOn: [day("2024-01-31")],
            activities: dates.map { Activity(date: day($0), what: .workshop(mode: mode)) })
    }

    static let windows: [Case] = [
        Case("before the training", idle, on: "2024-01-30", .untrained),
        Case("on the anchor", idle, on: "2024-01-31", .provisional, until: "2025-01-31"),
        Case("first window's last day", idle, on: "2025-01-31", .provisional, until: "2025-01-31"),
        Case("the day after", idle, on: "2025-02-01", .lapsed, until: "2025-01-31"),
        Case("long after", idle, on: "2035-01-01", .lapsed, until: "2025-01-31"),
        Case(
            "led on the anchor itself", led("2024-01-31"), on: "2024-02-01", .provisional,
            until: "2025-01-31"),
        Case(
            "not yet led", led("2024-02-01"), on: "2024-01-31", .provisional, until: "2025-01-31"),
        Case(
            "led on the day after the anchor", led("2024-02-01"), on: "2024-02-01", .active,
            until: "2026-01-31"),
        Case(
            "led on the last day", led("2025-01-31"), on: "2025-01-31", .active,
            until: "2026-01-31"),
        Case(
            "the day before that", led("2025-01-31"), on: "2025-01-30", .provisional,
            until: "2025-01-31"),
        Case(
            "led one day late", led("2025-02-01"), on: "2025-02-01", .lapsed, until: "2025-01-31"),
        Case(
            "second window kept by the first", led("2024-05-01"), on: "2026-01-31", .active,
            until: "2026-01-31"),
        Case(
            "second window empty", led("2024-05-01"), on: "2026-02-01", .lapsed,
            until: "2026-01-31"),
        Case(
            "two in the first carry no further", led("2024-05-01", "2025-01-01"),
            on: "2026-02-01", .lapsed, until: "2026-01-31"),
        Case(
            "one in each", led("2024-05-01", "2025-02-01"), on: "2026-02-01", .active,
            until: "2027-01-31"),
        Case(
            "a toolkit workshop does not count first", led("2024-05-01", mode: "toolkit"),
            on: "2024-05-01", .provisional, until: "2025-01-31"),
        Case(
            "windows from a leap day", CertificationHistory(trainedOn: [day("2024-02-29")]),
            on: "2025-02-28", .provisional, until: "2025-02-28"),
        Case(
            "lapse after a leap day", CertificationHistory(trainedOn: [day("2024-02-29")]),
            on: "2025-03-01", .lapsed, until: "2025-02-28"),
        Case(
            "the end of the calendar", CertificationHistory(trainedOn: [.last]),
            on: "9999-12-31", .provisional, until: "9999-12-31"),
    ]

    private static var toolkitLater: CertificationHistory {
        var history = led("2024-05-01")
        history.activities.append(
            Activity(date: day("2025-06-01"), what: .workshop(mode: "toolkit")))
        return history
    }

    private static func marked(
        suspended: DateSpan? = nil, revoked: String? = nil
    ) -> CertificationHistory {
        CertificationHistory(
            trainedOn: [day("2024-01-31")], suspensions: suspended.map { [$0] } ?? [],
            revokedOn: revoked.map { day($0) })
    }

    private static let suspended = marked(suspended: span("2024-06-01", "2024-06-30"))
    private static let both = marked(suspended: span("2024-06-01"), revoked: "2024-07-01")

    static let marks: [Case] = [
        Case("a toolkit later", toolkitLater, on: "2025-06-01", .active, until: "2027-01-31"),
        Case("eve of it", suspended, on: "2024-05-31", .provisional, until: "2025-01-31"),
        Case("suspended from", suspended, on: "2024-06-01", .suspended, until: "2025-01-31"),
        Case("suspended until", suspended, on: "2024-06-30", .suspended, until: "2025-01-31"),
        Case("reinstated", suspended, on: "2024-07-01", .provisional, until: "2025-01-31"),
        Case("reinstated, lapsed", suspended, on: "2025-02-01", .lapsed, until: "2025-01-31"),
        Case("suspended before revoked", both, on: "2024-06-30", .suspended, until: "2025-01-31"),
        Case("revoked", both, on: "2024-07-01", .revoked, until: "2025-01-31"),
        Case("revoked and lapsed", both, on: "2025-07-01", .revoked, until: "2025-01-31"),
        Case("untrained though revoked", both, on: "2024-01-30", .untrained),
        Case(
            "revoked before trained", marked(revoked: "2023-01-01"), on: "2024-01-31", .revoked,
            until: "2025-01-31"),
    ]

    private static func trains(_ activities: (String, Activity.What)...) -> CertificationHistory {
        CertificationHistory(
            trainedOn: [day("2024-01-31")],
            activities: activities.map { Activity(date: day($0.0), what: $0.1) })
    }

    private static let leads = trains(("2024-12-01", .workshop(mode: "toolkit")))
    private static let trainsToo = trains(
        ("2024-12-01", .workshop(mode: "toolkit")), ("2025-07-31", .training(.leader)))

    static let masterTrainers: [Case] = [
        Case("idle", idle, as: .masterTrainer, on: "2025-01-31", .provisional, until: "2025-01-31"),
        Case(
            "idle too long", idle, as: .masterTrainer, on: "2025-02-01", .lapsed,
            until: "2025-01-31"),
        Case("leads", leads, as: .masterTrainer, on: "2025-02-01", .active, until: "2025-07-31"),
        Case(
            "no training", leads, as: .masterTrainer, on: "2025-08-01", .lapsed, until: "2025-07-31"
        ),
        Case(
            "trains", trainsToo, as: .masterTrainer, on: "2025-08-01", .active,
            until: "2027-01-31"),
        Case(
            "second year kept by the training", trainsToo, as: .masterTrainer, on: "2027-01-31",
            .active, until: "2027-01-31"),
        Case(
            "third year empty", trainsToo, as: .masterTrainer, on: "2027-02-01", .lapsed,
            until: "2027-01-31"),
    ]
}
