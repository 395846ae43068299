/// The people affiliated with an organisation, counted for one programme.
struct AffiliatedStaff {
    let programme: Programme
    let affiliates: [Affiliate]
    let leaders: Set<PersonID>
    let masterTrainers: Set<PersonID>

    /// An authorised master trainer counts as a leader; where the programme asks for no
    /// authorisation, everyone does.
    init(_ affiliates: [Affiliate], of programme: Programme) {
        self.programme = programme
        self.affiliates = affiliates
        masterTrainers = Set(
            affiliates.filter { $0.isAuthorised(as: .masterTrainer) }.map(\.person))
        leaders = Set(
            affiliates.filter {
                !programme.needsAuthorisation || $0.isAuthorised(as: .leader)
                    || $0.isAuthorised(as: .masterTrainer)
            }.map(\.person))
    }

    /// What of the people is missing for offering the programme.
    var offerReasons: [Reason] {
        switch programme.staffing {
        case .leaders(_, let peers):
            let hasPeer = affiliates.contains { $0.isPeer && leaders.contains($0.person) }
            return tooFewLeaders + (peers > 0 && !hasPeer ? [.noPeerLeader(of: programme)] : [])
        case .professions(let needed):
            let present = affiliates.reduce(into: Set<String>()) { $0.formUnion($1.professions) }
            return Reason.missingProfessions(needed, among: present, of: programme)
        }
    }

    /// What of the people is missing for training in-house.
    var trainReasons: [Reason] {
        let need = programme.minMasterTrainers
        guard masterTrainers.count < need else { return [] }
        return [
            Reason(
                .tooFewMasterTrainers,
                details: .programme(programme) + .have(masterTrainers.count, need: need),
                advice: "affiliate at least \(need) authorised master trainers of "
                    + "\(programme.code); there are \(masterTrainers.count)")
        ]
    }

    private var tooFewLeaders: [Reason] {
        let need = programme.minLeaders
        guard leaders.count < need else { return [] }
        return [
            Reason(
                .tooFewLeaders, details: .programme(programme) + .have(leaders.count, need: need),
                advice: "affiliate at least \(need) authorised leaders of \(programme.code); "
                    + "there are \(leaders.count)")
        ]
    }
}
