extension TrainingRequest {
    /// `too-few-trainers`, `trainer-not-authorised`, `trainer-attends`, in that order.
    func trainerReasons(people: [PersonID: PersonRecord], policy: Policy) -> [Reason] {
        let trainers = Set(trainers)
        var reasons: [Reason] = []
        let need = policy.number(kind.trainersNeeded, on: first)
        if trainers.count < need {
            reasons.append(
                Reason(
                    .tooFewTrainers, details: .have(trainers.count, need: need),
                    advice: "name at least \(need) different trainers for a \(kind.rawValue) "
                        + "training"))
        }
        reasons += trainers.sorted().compactMap {
            notAuthorised(people[$0] ?? PersonRecord(id: $0))
        }
        reasons += trainers.intersection(attendees).sorted().map {
            Reason(
                .trainerAttends, person: $0,
                advice: "\($0) gives this training and cannot attend it too")
        }
        return reasons
    }

    /// A reason unless the trainer is an authorised master trainer on the first and the last day.
    private func notAuthorised(_ trainer: PersonRecord) -> Reason? {
        for day in [first, last] {
            let standing = trainer.standing(
                in: programme, as: .masterTrainer, on: day, for: organisation.id)
            if standing.isAuthorised { continue }
            return Reason(
                .trainerNotAuthorised, person: trainer.id,
                details: .programme(programme) + .standing(standing) + [
                    Reason.Detail("on", .date(day))
                ],
                advice: "\(trainer.id) must be an authorised master trainer of \(programme.code) "
                    + "on \(first) and on \(last); name another trainer")
        }
        return nil
    }
}

extension TrainingKind {
    /// The policy number that says how many trainers it takes.
    fileprivate var trainersNeeded: PolicyNumber.Name {
        switch self {
        case .leader, .cross, .master: .trainersOfTraining
        case .refresher, .update: .trainersOfRefresher
        }
    }
}
