extension RetentionRule {
    /// The last day of window `index` (the first has index 0) after `anchor`.
    ///
    /// Always measured from the anchor, so that a month's end that was clamped once does not
    /// shorten what follows.
    package func windowEnd(_ index: Int, after anchor: CivilDate) -> CivilDate {
        let (later, overflow) = index.multipliedReportingOverflow(by: laterMonths)
        let (months, overflowToo) = firstMonths.addingReportingOverflow(later)
        return overflow || overflowToo ? .last : anchor.adding(months: months)
    }

    /// What counts in window `index`.
    package func counted(inWindow index: Int) -> Set<CountedActivity> {
        index == 0 ? countsFirst : countsLater
    }

    /// How the rule stands on `date` for someone trained on `anchor`.
    ///
    /// `activities` are ascending by date. The walk ends at the window that holds the date or at
    /// the first that stayed empty: never more windows than activities, plus one.
    func standing(on date: CivilDate, anchor: CivilDate, activities: [Activity]) -> RuleStanding {
        var windows: [RetentionWindow] = []
        var next = activities.firstIndex(after: anchor)
        var start = anchor
        while true {
            let index = windows.count
            let end = windowEnd(index, after: anchor)
            let counting = counted(inWindow: index)
            var dates: [CivilDate] = []
            while next < activities.count, activities[next].date <= min(end, date) {
                if activities[next].counts(among: counting) { dates.append(activities[next].date) }
                next += 1
            }
            windows.append(RetentionWindow(first: start.next, last: end, counted: dates))
            let isPresent = date <= end
            if isPresent || dates.isEmpty {
                let isKept = isPresent && !dates.isEmpty
                return RuleStanding(
                    rule: self, until: isKept ? windowEnd(index + 1, after: anchor) : end,
                    lapsed: !isPresent, hasCounting: windows.contains { !$0.counted.isEmpty },
                    windows: windows)
            }
            start = end
        }
    }
}

extension [Activity] {
    /// Where, in ascending order of date, the activities after `date` begin.
    fileprivate func firstIndex(after date: CivilDate) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].date <= date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
