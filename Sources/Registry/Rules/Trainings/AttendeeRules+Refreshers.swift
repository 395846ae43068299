extension AttendeeRules {
    /// Broken unless the anchor plus the months of policy lies before the first day.
    func refresherTooEarly(_ person: PersonRecord) -> Reason? {
        guard kind == .refresher, let anchor = anchorAsLeader(person) else { return nil }
        let barred = barred(after: anchor, by: .refresherAfterMonths)
        guard barred >= first else { return nil }
        return reason(
            .refresherTooEarly, person, [Reason.Detail("anchor", .date(anchor))],
            advice: "was trained on \(anchor) and may take a refresher after \(barred)")
    }

    /// Broken unless every refresher passed, plus the months of policy, lies before the first day.
    func refresherRepeated(_ person: PersonRecord) -> Reason? {
        guard kind == .refresher else { return nil }
        let passed = record(of: person)?.passed ?? []
        let latest = passed.filter { $0.kind == .refresher }.map(\.lastDay).max()
        guard let latest else { return nil }
        let barred = barred(after: latest, by: .refresherEveryMonths)
        guard barred >= first else { return nil }
        return reason(
            .refresherRepeated, person, [Reason.Detail("refreshed", .date(latest))],
            advice: "passed a refresher on \(latest) and may take the next after \(barred)")
    }

    /// The first day on which what this reason says stands in the way no more; nil for reasons
    /// that no day mends.
    func firstDay(after reason: Reason) -> CivilDate? {
        for detail in reason.details {
            guard case .date(let date) = detail.value else { continue }
            switch detail.key {
            case "anchor": return barred(after: date, by: .refresherAfterMonths).next
            case "refreshed": return barred(after: date, by: .refresherEveryMonths).next
            default: continue
            }
        }
        return nil
    }

    /// The last day on which a refresher may not be taken.
    private func barred(after date: CivilDate, by number: PolicyNumber.Name) -> CivilDate {
        date.adding(months: policy.number(number, on: first))
    }
}
