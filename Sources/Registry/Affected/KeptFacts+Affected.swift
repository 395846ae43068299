extension KeptFacts {
    /// What differs between these facts and `later`: courses that break a rule they did not break,
    /// standing and permission that are others today. What is broken or different already is not
    /// told again, and nothing is decided: somebody has to look.
    package func affected(in later: KeptFacts) -> [Affected] {
        brokenCourses(in: later) + changedStanding(in: later) + changedVerdicts(in: later)
    }

    private func brokenCourses(in later: KeptFacts) -> [Affected] {
        later.courses.keys.sorted().flatMap { id -> [Affected] in
            guard let now = later.courses[id], let before = courses[id] else { return [] }
            let known = Set(broken(before).map(BrokenRule.init))
            return later.broken(now).filter { !known.contains(BrokenRule($0)) }
                .map { Affected(.course(id, $0)) }
        }
    }

    private func changedStanding(in later: KeptFacts) -> [Affected] {
        later.people.keys.sorted().flatMap { id -> [Affected] in
            guard let now = later.people[id], let before = people[id], now != before else {
                return []
            }
            let codes = Set(now.programmes.keys).union(before.programmes.keys).sorted()
            return codes.compactMap { programmes[$0] }.flatMap { programme in
                Role.allCases.compactMap { role in
                    let was = before.standing(in: programme, as: role, on: date)
                    let standing = now.standing(in: programme, as: role, on: date)
                    guard was.state != standing.state || was.currentUntil != standing.currentUntil
                    else { return nil }
                    let change = AffectedStanding(
                        person: id, programme: programme.code, role: role, was: was.state,
                        state: standing.state, currentUntil: standing.currentUntil)
                    return Affected(.standing(change))
                }
            }
        }
    }

    private func changedVerdicts(in later: KeptFacts) -> [Affected] {
        later.places.keys.sorted().compactMap { place in
            guard let now = later.verdict(at: place), let was = verdict(at: place) else {
                return nil
            }
            let offer = now.offer.isAllowed
            let train = now.train.isAllowed
            let isOfferNew = offer != was.offer.isAllowed
            let isTrainNew = train != was.train.isAllowed
            guard isOfferNew || isTrainNew else { return nil }
            var codes: [RuleCode] = []
            let refusing =
                (isOfferNew ? now.offer.reasons : []) + (isTrainNew ? now.train.reasons : [])
            for reason in refusing where !codes.contains(reason.code) { codes.append(reason.code) }
            return Affected(
                .verdict(
                    AffectedVerdict(
                        place: place, mayOffer: isOfferNew ? offer : nil,
                        mayTrain: isTrainNew ? train : nil, codes: codes)))
        }
    }

    private func verdict(at place: VerdictPlace) -> OrganisationVerdict? {
        guard let organisation = organisations[place.organisation],
            let programme = programmes[place.programme], let affiliates = places[place]
        else { return nil }
        return OrganisationVerdict.judge(
            organisation: organisation, programme: programme, affiliates: affiliates,
            policy: policy, on: date, language: nil)
    }
}

/// A broken rule without the facts that broke it: the same rule broken otherwise is not news.
private struct BrokenRule: Hashable {
    let code: RuleCode
    let person: PersonID?

    init(_ reason: Reason) {
        code = reason.code
        person = reason.person
    }
}
