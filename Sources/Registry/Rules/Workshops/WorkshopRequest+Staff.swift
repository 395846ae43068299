extension WorkshopRequest {
    /// `too-few-leaders`: the mode's own number where it has one, else the programme's; a
    /// programme that is staffed by professions asks for one person at least.
    func tooFewLeaders(_ staff: [PersonRecord], in offered: DeliveryMode) -> [Reason] {
        let need = offered.leaders ?? programme.staffing.leadersNeeded
        guard staff.count < need else { return [] }
        return [
            Reason(
                .tooFewLeaders, details: .programme(programme) + .have(staff.count, need: need),
                advice: "name at least \(need) different leaders for a workshop of "
                    + "\(programme.code) in the mode \(mode)")
        ]
    }

    /// `leader-not-authorised`, with the state as leader.
    func notAuthorised(_ staff: [PersonRecord]) -> [Reason] {
        guard programme.needsAuthorisation else { return [] }
        return staff.compactMap { person in
            let standings = [Role.leader, .masterTrainer].map {
                person.standing(in: programme, as: $0, on: first, for: organisation.id)
            }
            if standings.contains(where: \.isAuthorised) { return nil }
            return Reason(
                .leaderNotAuthorised, person: person.id,
                details: .programme(programme) + .standing(standings[0]),
                advice: "\(person.id) must be an authorised leader or master trainer of "
                    + "\(programme.code) on \(first); name another leader")
        }
    }

    /// `no-peer-leader` or `profession-missing`, after the programme's staffing rule.
    func missingPeople(_ staff: [PersonRecord]) -> [Reason] {
        switch programme.staffing {
        case .leaders(_, let peers):
            let hasPeer = staff.contains { $0.peerFor.contains(programme.code) }
            return peers > 0 && !hasPeer ? [.noPeerLeader(of: programme)] : []
        case .professions(let needed):
            let present = staff.reduce(into: Set<String>()) { $0.formUnion($1.professions) }
            return Reason.missingProfessions(needed, among: present, of: programme)
        }
    }
}

extension Staffing {
    /// How many people a workshop takes where its mode does not say.
    fileprivate var leadersNeeded: Int {
        switch self {
        case .leaders(let count, _): count
        case .professions: 1
        }
    }
}
