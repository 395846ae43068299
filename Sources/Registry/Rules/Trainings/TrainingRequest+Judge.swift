extension TrainingRequest {
    /// Judges the training by every rule of "May this training be recorded?", in that order.
    ///
    /// - Parameters:
    ///   - people: trainers and attendees; whoever is missing is taken to have no record.
    ///   - programmes: those that the programme's prerequisites name.
    ///   - leaderTrainingsThisLicenceYear: trainings of kind `leader` already recorded under the
    ///     licence that serves, in the licence year of the first day, this one left out.
    package func judge(
        people: [PersonID: PersonRecord], programmes: [ProgrammeCode: Programme], policy: Policy,
        today: CivilDate, leaderTrainingsThisLicenceYear: Int
    ) -> TrainingVerdict {
        if last < first {
            return TrainingVerdict(
                judgement: Judgement([.datesInvalid(span)], policy: policy, on: first),
                days: resolvedDays)
        }
        let match = organisation.licenceInForce(for: programme, on: first, language: language)
        let offered = resolvedFormat
        var broken: [Reason] = last > today ? [.dateInFuture(last, today: today)] : []
        broken += formatReasons(offered)
        broken += organisation.closedReasons(on: first)
        broken += organisation.licenceReasons(
            match, for: programme, on: first, language: language)
        broken += trainerReasons(people: people, policy: policy)
        broken += attendeeReasons(people: people, programmes: programmes, policy: policy)
        broken += allowanceReasons(match.licence, used: leaderTrainingsThisLicenceYear)
        return TrainingVerdict(
            judgement: Judgement(broken, policy: policy, on: first, waiving: waiving),
            licence: match.licence?.id,
            format: offered?.name, days: resolvedDays)
    }

    private func attendeeReasons(
        people: [PersonID: PersonRecord], programmes: [ProgrammeCode: Programme], policy: Policy
    ) -> [Reason] {
        let rules = AttendeeRules(
            programme: programme, kind: kind, span: span, programmes: programmes, policy: policy)
        let records = attendees.sorted().map { people[$0] ?? PersonRecord(id: $0) }
        return rules.reasons(for: records)
    }

    /// `over-allowance`: the allowance is of trainings of kind `leader` only.
    private func allowanceReasons(_ licence: Licence?, used: Int) -> [Reason] {
        guard kind == .leader, let licence, let allowance = licence.trainingsPerYear,
            used >= allowance
        else { return [] }
        return [
            .overAllowance("leader trainings", used: used, allowance: allowance, licence: licence)
        ]
    }
}
