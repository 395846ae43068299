extension TrainingRequest {
    /// Judges a training that is still to be given, on its own days, as far as can be known today.
    /// Parameters as for `judge`.
    package func judgeAhead(
        people: [PersonID: PersonRecord], programmes: [ProgrammeCode: Programme], policy: Policy,
        today: CivilDate, leaderTrainingsThisLicenceYear: Int
    ) -> TrainingVerdict {
        var verdict = judge(
            people: people, programmes: programmes, policy: policy, today: max(today, last),
            leaderTrainingsThisLicenceYear: leaderTrainingsThisLicenceYear)
        guard today < first, first <= last else { return verdict }
        var present = self
        present.days = resolvedDays
        present.first = today
        present.last = today
        let now = present.judge(
            people: people, programmes: programmes, policy: policy, today: today,
            leaderTrainingsThisLicenceYear: leaderTrainingsThisLicenceYear)
        verdict.judgement = verdict.judgement.ahead(of: now.judgement)
        return verdict
    }
}
