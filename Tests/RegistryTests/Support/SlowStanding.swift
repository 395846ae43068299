import Registry

/// The contract's text on standing, walked from day to day with the slow calendar.
///
/// Written from registry.md, "Is person X authorised", and sharing nothing with the code it
/// judges but the facts: months, windows, counting and the order of states are its own.
struct SlowStanding {
    struct Answer: Equatable {
        var state: StandingState
        var anchor: CivilDate?
        var currentUntil: CivilDate?
    }

    /// One retention rule followed day by day since the latest training.
    private struct Clock {
        let rule: RetentionRule
        let anchor: SlowCalendar.Day
        var window = 1
        /// The last days of this window and of the following one.
        var ends: (this: Int, following: Int)
        var isFilled = false
        var everFilled = false
        var emptyWindowEnd: Int?

        init(rule: RetentionRule, anchor: SlowCalendar.Day) {
            self.rule = rule
            self.anchor = anchor
            ends = (
                Self.end(ofWindow: 1, of: rule, after: anchor),
                Self.end(ofWindow: 2, of: rule, after: anchor)
            )
        }

        static func end(
            ofWindow window: Int, of rule: RetentionRule, after anchor: SlowCalendar.Day
        ) -> Int {
            let months = rule.firstMonths + (window - 1) * rule.laterMonths
            let calendar = SlowCalendar.shared
            return calendar.number(of: calendar.adding(months: months, to: anchor))
        }

        mutating func live(through today: Int, doing activities: [Activity]) {
            guard emptyWindowEnd == nil else { return }
            if today > ends.this {
                guard isFilled else {
                    emptyWindowEnd = ends.this
                    return
                }
                window += 1
                ends = (
                    ends.following, Self.end(ofWindow: window + 1, of: rule, after: anchor)
                )
                isFilled = false
            }
            let wanted = window == 1 ? rule.countsFirst : rule.countsLater
            for activity in activities where Self.isWanted(activity, by: wanted) {
                isFilled = true
                everFilled = true
            }
        }

        var until: Int { emptyWindowEnd ?? (isFilled ? ends.following : ends.this) }

        private static func isWanted(
            _ activity: Activity, by wanted: Set<CountedActivity>
        ) -> Bool {
            wanted.contains { one in
                switch (one, activity.what) {
                case (.anyWorkshop, .workshop): true
                case (.workshop(let wanted), .workshop(let mode)): wanted == mode
                case (.training(let wanted), .training(let kind)): wanted == kind
                default: false
                }
            }
        }
    }

    /// The answer for every day from `first` through `last`; both inside the slow calendar, and
    /// `first` before every fact.
    static func answers(
        for history: CertificationHistory, under rules: [RetentionRule], role: Role,
        from first: CivilDate, through last: CivilDate
    ) -> [Answer] {
        let rules = rules.filter { $0.role == role }
        var clocks: [Clock] = []
        var anchor: CivilDate?
        var answers: [Answer] = []
        for number in Int(first.dayNumber)...Int(last.dayNumber) {
            let today = CivilDate(dayNumber: Int32(number))
            if history.trainedOn.contains(today) {
                anchor = today
                let slow = SlowCalendar.shared.day(numbered: number)
                clocks = rules.map { Clock(rule: $0, anchor: slow) }
            } else {
                let done = history.activities.filter { $0.date == today }
                let elsewhere = history.elsewhere.filter { $0.date == today }
                for index in clocks.indices {
                    let isAnywhere = clocks[index].rule.countsIn == .any
                    clocks[index].live(
                        through: number, doing: isAnywhere ? done + elsewhere : done)
                }
            }
            answers.append(answer(history, anchor: anchor, clocks: clocks, today: today))
        }
        return answers
    }

    private static func answer(
        _ history: CertificationHistory, anchor: CivilDate?, clocks: [Clock], today: CivilDate
    ) -> Answer {
        guard let anchor else { return Answer(state: .untrained) }
        let several = history.trainedElsewhere.contains {
            $0.from <= today && today <= $0.until ?? .last
        }
        let inEffect = governing(
            clocks.filter {
                $0.rule.effective.from <= today && today <= $0.rule.effective.until ?? .last
            }
        ).filter { clock in
            switch clock.rule.trainedIn {
            case .one: !several
            case .several: several
            case nil: true
            }
        }
        let until = inEffect.map(\.until).min().map { CivilDate(dayNumber: Int32($0)) }
        let isSuspended = history.suspensions.contains {
            $0.from <= today && today <= $0.until ?? .last
        }
        let state: StandingState
        if let revoked = history.revokedOn, today >= revoked {
            state = .revoked
        } else if isSuspended {
            state = .suspended
        } else if inEffect.contains(where: { $0.emptyWindowEnd != nil }) {
            state = .lapsed
        } else if inEffect.allSatisfy({ !$0.everFilled }) {
            state = .provisional
        } else {
            state = .active
        }
        return Answer(state: state, anchor: anchor, currentUntil: until)
    }

    /// One of each name: a programme's own, then the one that began last, then the last recorded.
    private static func governing(_ clocks: [Clock]) -> [Clock] {
        var best: [String: Clock] = [:]
        for clock in clocks {
            guard let other = best[clock.rule.name] else {
                best[clock.rule.name] = clock
                continue
            }
            let (new, old) = (clock.rule, other.rule)
            let isBetter =
                if (new.programme == nil) != (old.programme == nil) {
                    new.programme != nil
                } else if new.effective.from != old.effective.from {
                    new.effective.from > old.effective.from
                } else {
                    new.id.number > old.id.number
                }
            if isBetter { best[clock.rule.name] = clock }
        }
        return Array(best.values)
    }
}
