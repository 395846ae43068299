import Registry
import Testing

@Suite("Standing in detail")
struct StandingDetailTests {
    @Test("Without rules in effect a trained person is provisional for ever")
    func noRules() {
        let history = CertificationHistory(trainedOn: [day("2020-01-01")])
        let standing = history.standing(on: .last, under: [], role: .leader)
        #expect(standing.state == .provisional)
        #expect(standing.currentUntil == nil)
    }

    @Test(
        "The rules in effect on the day judge what happened before them",
        arguments: [
            ("2025-06-30", StandingState.provisional), ("2025-07-01", .lapsed),
            ("2025-12-31", .lapsed), ("2026-01-01", .provisional),
        ])
    func effectiveDates(on: String, state: StandingState) {
        var rule = Retention.delivery
        rule.effective = span("2025-07-01", "2025-12-31")
        let history = CertificationHistory(trainedOn: [day("2024-01-31")])
        #expect(history.standing(on: day(on), under: [rule], role: .leader).state == state)
    }

    @Test("A later training starts the clock anew, lapsed or not")
    func newAnchor() {
        let history = CertificationHistory(
            trainedOn: [day("2026-03-01"), day("2024-01-31")],
            activities: [Activity(date: day("2024-03-01"), what: .workshop(mode: "virtual"))])
        let rules = Catalogue.cdsmp.retention
        let before = history.standing(on: day("2026-02-28"), under: rules, role: .leader)
        let after = history.standing(on: day("2026-03-01"), under: rules, role: .leader)
        #expect(before.state == .lapsed)
        #expect(before.anchor == day("2024-01-31"))
        #expect(after.state == .provisional)
        #expect(after.anchor == day("2026-03-01"))
        #expect(after.currentUntil == day("2027-03-01"))
    }

    @Test("The windows and what counted in them are told")
    func windows() throws {
        let history = CertificationHistory(
            trainedOn: [day("2024-01-31")],
            activities: [
                Activity(date: day("2025-03-01"), what: .workshop(mode: "toolkit")),
                Activity(date: day("2024-09-01"), what: .workshop(mode: "toolkit")),
                Activity(date: day("2024-08-01"), what: .workshop(mode: "virtual")),
                Activity(date: day("2025-04-02"), what: .workshop(mode: "virtual")),
            ])
        let standing = history.standing(
            on: day("2025-04-01"), under: Catalogue.cdsmp.retention, role: .leader)
        let rule = try #require(standing.rules.first)
        #expect(standing.rules.count == 1)
        #expect(rule.rule.name == "delivery")
        #expect(
            rule.windows == [
                RetentionWindow(
                    first: day("2024-02-01"), last: day("2025-01-31"),
                    counted: [day("2024-08-01")]),
                RetentionWindow(
                    first: day("2025-02-01"), last: day("2026-01-31"),
                    counted: [day("2025-03-01")]),
            ])
    }

    @Test("Which trainings grant which role")
    func roles() {
        let record = ProgrammeRecord(
            passed: TrainingKind.allCases.enumerated().map { place, kind in
                PassedTraining(
                    kind: kind, span: span("2024-0\(place + 1)-01", "2024-0\(place + 1)-05"))
            })
        // In the order of the cases: leader, cross, master, refresher, update.
        #expect(
            record.history(as: .leader).trainedOn
                == [day("2024-01-05"), day("2024-02-05"), day("2024-04-05")])
        #expect(record.history(as: .masterTrainer).trainedOn == [day("2024-03-05")])
    }

    @Test("Marks concern one role only")
    func marks() {
        let record = ProgrammeRecord(
            marks: [.leader: CertificationMarks(revokedOn: day("2024-01-01"))])
        #expect(record.history(as: .leader).revokedOn == day("2024-01-01"))
        #expect(record.history(as: .masterTrainer).revokedOn == nil)
        #expect(record.isRevoked(.leader, on: day("2024-01-01")))
        #expect(!record.isRevoked(.leader, on: day("2023-12-31")))
        #expect(!record.isRevoked(.masterTrainer, on: day("2024-01-01")))
    }

    @Test("The far end of the calendar and absurd windows come to an end")
    func farAway() {
        let activities = (0..<24).map {
            Activity(date: day("9990-01-01").adding(months: 5 * $0), what: .training(.leader))
        }
        let absurd = RetentionRule(
            role: .leader, name: "absurd", firstMonths: .max, laterMonths: .max,
            countsFirst: [.training(.leader)], countsLater: [.training(.leader)],
            effective: Catalogue.always, source: "test")
        let short = RetentionRule(
            role: .leader, name: "short", firstMonths: 0, laterMonths: -5,
            countsFirst: [.training(.leader)], countsLater: [.training(.leader)],
            effective: Catalogue.always, source: "test")
        let history = CertificationHistory(
            trainedOn: [.first, day("9989-12-31"), .last], activities: activities)
        #expect(history.periods(role: .leader, under: [absurd]).count == 4)
        #expect(!history.periods(role: .leader, under: [short, absurd]).isEmpty)
        #expect(history.standing(on: .last, under: [absurd], role: .leader).currentUntil == .last)
    }

    @Test("Hundreds of activities over a life's work are quick")
    func manyActivities() {
        let activities = (0..<800).map {
            Activity(date: day("1990-01-01").adding(days: $0 * 20), what: .training(.leader))
        }
        let history = CertificationHistory(
            trainedOn: [day("1989-12-31")], activities: activities)
        let rules = Catalogue.cdsmp.retention
        var periods: [StandingPeriod] = []
        let spent = ContinuousClock().measure {
            periods = history.periods(role: .masterTrainer, under: rules)
        }
        #expect(periods.map(\.state).prefix(2) == [.provisional, .active])
        #expect(periods.last?.state == .lapsed)
        #expect(spent < .seconds(5))
    }
}
