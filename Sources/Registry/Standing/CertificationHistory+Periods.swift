extension CertificationHistory {
    /// The standing of every day from the first training on, as periods without gap or overlap;
    /// neighbours differ. Days without training give no period.
    ///
    /// Each period is `standing(on:)` of its first day, asked on every day on which the answer can
    /// change: so there is one copy of the rules, and no walk from day to day.
    package func periods(role: Role, under rules: [RetentionRule]) -> [StandingPeriod] {
        let rules = rules.filter { $0.role == role }
        let ordered = OrderedHistory(self)
        guard let start = ordered.trainedOn.first else { return [] }
        var periods: [StandingPeriod] = []
        for day in ordered.turningDays(under: rules).filter({ $0 >= start }).sorted() {
            let standing = ordered.standing(on: day, under: rules)
            if let last = periods.last, last.isSame(as: standing) { continue }
            if !periods.isEmpty { periods[periods.count - 1].span.until = day.previous }
            periods.append(
                StandingPeriod(
                    span: DateSpan(from: day, until: nil), state: standing.state,
                    anchor: standing.anchor, currentUntil: standing.currentUntil))
        }
        return periods
    }
}

extension OrderedHistory {
    /// Every day on which the answer may differ from the day before; some of them may not.
    ///
    /// Within a window only its first counted activity changes anything, so that the days grow
    /// with the windows and not with the activities.
    fileprivate func turningDays(under rules: [RetentionRule]) -> Set<CivilDate> {
        var days = Set(trainedOn)
        let spans = facts.suspensions + facts.trainedElsewhere + rules.map(\.effective)
        for span in spans {
            days.insert(span.from)
            if let until = span.until { days.insertDay(after: until) }
        }
        if let revokedOn = facts.revokedOn { days.insert(revokedOn) }
        let anchors = Set(trainedOn).sorted()
        let lastDays = anchors.dropFirst().map(\.previous) + [.last]
        for (anchor, lastDay) in zip(anchors, lastDays) {
            for rule in rules {
                let whole = rule.standing(
                    on: lastDay, anchor: anchor, activities: activities(for: rule))
                for window in whole.windows {
                    days.insertDay(after: window.last)
                    if let first = window.counted.first { days.insert(first) }
                }
            }
        }
        return days
    }
}

extension StandingPeriod {
    fileprivate func isSame(as standing: Standing) -> Bool {
        state == standing.state && anchor == standing.anchor
            && currentUntil == standing.currentUntil
    }
}

extension Set<CivilDate> {
    /// Adds the day after `date`, where the calendar has one.
    fileprivate mutating func insertDay(after date: CivilDate) {
        if date < .last { insert(date.next) }
    }
}
