extension OrganisationExplanation {
    /// The cheapest step that mends what this reason says.
    func step(for reason: Reason) -> NextStep {
        switch reason.code {
        case .noLicence: return licenceStep
        case .tooFewLeaders:
            return staffStep(.tooFewLeaders, as: .leader, need: programme.minLeaders)
        case .tooFewMasterTrainers:
            return staffStep(
                .tooFewMasterTrainers, as: .masterTrainer, need: programme.minMasterTrainers)
        case .noPeerLeader:
            return NextStep(
                .noPeerLeader,
                advice: "join one authorised leader who is a peer for \(programme.code)")
        case .professionMissing: return professionStep(reason)
        default: return NextStep(reason.code, advice: reason.advice)
        }
    }

    private func professionStep(_ reason: Reason) -> NextStep {
        let value = reason.details.first { $0.key == "profession" }?.value
        guard case .text(let profession) = value else {
            return NextStep(.professionMissing, advice: reason.advice)
        }
        return NextStep(
            .professionMissing, advice: "join one person of the profession \(profession)",
            command: "person list profession=\(profession)")
    }

    /// Restoring one's own people is cheaper than finding others.
    private func staffStep(_ code: RuleCode, as role: Role, need: Int) -> NextStep {
        let staff = AffiliatedStaff(affiliates, of: programme)
        let have = role == .leader ? staff.leaders.count : staff.masterTrainers.count
        let missing = max(1, need - have)
        let noun = role == .leader ? "leader" : "master trainer"
        let suspended = people(.suspended, as: role)
        let lapsed = people(.lapsed, as: role)
        var step: NextStep
        if missing == 1, let person = suspended.first {
            step = NextStep(
                code, advice: "reinstate \(person) as \(noun) of \(programme.code)",
                command: "certification reinstate person=\(person) programme=\(programme.code) "
                    + "role=\(role.rawValue) from=\(date)")
        } else if suspended.count + lapsed.count >= missing {
            let training = role == .leader ? "a refresher" : "a master training"
            step = NextStep(
                code,
                advice: "restore \(missing) of your own: reinstate who is suspended, have who "
                    + "is lapsed pass \(training)")
        } else {
            let number = missing == 1 ? "one more \(noun)" : "\(missing) more \(noun)s"
            step = NextStep(
                code, advice: "join \(number) authorised in \(programme.code)",
                command: "certification list programme=\(programme.code) role=\(role.rawValue) "
                    + "state=active on=\(date)")
        }
        step.role = role
        step.people = (suspended + lapsed).sorted()
        return step
    }

    private func people(_ state: StandingState, as role: Role) -> [PersonID] {
        affiliates.filter { (role == .leader ? $0.leader : $0.masterTrainer) == state }
            .map(\.person).sorted()
    }

    private var licenceStep: NextStep {
        let match = organisation.licenceInForce(for: programme, on: date, language: language)
        guard case .missed(let miss, let id) = match,
            let nearest = candidates.first(where: { $0.licence.id == id })
        else { return grantStep("grant \(organisation.id) a licence for \(programme.code)") }
        switch miss {
        case .suspended:
            return NextStep(
                .noLicence, advice: "reinstate \(id), which is suspended on \(date)",
                command: "licence reinstate \(id) from=\(date)")
        case .expired: return renewStep(nearest)
        case .notYet:
            var step = NextStep(
                .noLicence, advice: "wait until \(id) begins on \(nearest.span.from)")
            step.from = nearest.span.from
            return step
        case .revoked:
            return grantStep("grant \(organisation.id) a new licence: \(id) is revoked")
        case .languageNotCovered, .typeNotAccepted, .programmeNotCovered:
            return grantStep(
                "grant \(organisation.id) a licence for \(programme.code): \(id) does not serve it")
        }
    }

    /// What ended is renewed; where only the coverage ended, it is given again.
    private func renewStep(_ nearest: LicenceCandidate) -> NextStep {
        let id = nearest.licence.id
        if nearest.licence.term.contains(date) {
            return NextStep(
                .noLicence, advice: "have \(id) cover \(organisation.id) again",
                command: "licence cover \(id) organisation=\(organisation.id) from=\(date)")
        }
        let ended = nearest.licence.term.until ?? date
        let usual = LicenceRequest.defaultUntil(from: ended.next, policy: policy)
        // Renewed without a gap, the new one may have ended by then too.
        let isInTime = usual.map { $0 >= date } ?? false
        let from = isInTime ? "" : " from=\(date)"
        let cover = nearest.isOwn ? "" : " and see that it covers \(organisation.id)"
        return NextStep(
            .noLicence, advice: "renew \(id), which ended on \(ended)\(cover)",
            command: "licence renew \(id)\(from)")
    }

    private func grantStep(_ advice: String) -> NextStep {
        let type: LicenceType? = [.multiple, .umbrella, .single].first {
            programme.licenceTypes.contains($0)
        }
        guard let type else { return NextStep(.noLicence, advice: advice) }
        if type == .single, language == nil { return NextStep(.noLicence, advice: advice) }
        let spoken = type == .single ? language.map { " language=\($0)" } ?? "" : ""
        return NextStep(
            .noLicence, advice: advice,
            command: "licence grant \(organisation.id) type=\(type.rawValue) "
                + "programmes=\(programme.code)\(spoken) from=\(date)")
    }
}
