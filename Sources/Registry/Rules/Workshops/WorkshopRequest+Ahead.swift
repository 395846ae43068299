extension WorkshopRequest {
    /// Judges a workshop that is still to be held, on its own days, as far as can be known today.
    /// Parameters as for `judge`.
    package func judgeAhead(
        people: [PersonID: PersonRecord], policy: Policy, today: CivilDate,
        workshopsThisLicenceYear: Int
    ) -> WorkshopVerdict {
        var verdict = judge(
            people: people, policy: policy, today: max(today, last),
            workshopsThisLicenceYear: workshopsThisLicenceYear)
        guard today < first, first <= last else { return verdict }
        var present = self
        present.first = today
        present.last = today
        let now = present.judge(
            people: people, policy: policy, today: today,
            workshopsThisLicenceYear: workshopsThisLicenceYear)
        verdict.judgement = verdict.judgement.ahead(of: now.judgement)
        return verdict
    }
}
