extension AttendeeRules {
    /// Broken unless the anchor plus the months of policy lies before the first day.
    func refresherTooEarly(_ person: PersonRecord) -> Reason? {
        guard kind == .refresher, let anchor = anchorAsLeader(person) else { return nil }
        let months = policy.number(.refresherAfterMonths, on: first)
        let barred = anchor.adding(months: months)
        guard barred >= first else { return nil }
        return reason(
            .refresherTooEarly, person, [Reason.Detail("anchor", .date(anchor))],
            advice: "was trained on \(anchor) and may take a refresher after \(barred)")
    }

    /// Broken unless every refresher passed, plus the months of policy, lies before the first day.
    func refresherRepeated(_ person: PersonRecord) -> Reason? {
        guard kind == .refresher else { return nil }
        let months = policy.number(.refresherEveryMonths, on: first)
        let passed = record(of: person)?.passed ?? []
        let latest = passed.filter { $0.kind == .refresher }.map(\.lastDay).max()
        guard let latest, latest.adding(months: months) >= first else { return nil }
        return reason(
            .refresherRepeated, person, [Reason.Detail("refreshed", .date(latest))],
            advice: "passed a refresher on \(latest) and may take the next after "
                + "\(latest.adding(months: months))")
    }
}
