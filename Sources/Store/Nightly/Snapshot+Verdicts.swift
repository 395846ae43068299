import Postgres
package import Registry
import Schema

extension Snapshot {
    /// Pairs for which something begins or ends after `earlier` and up to `later`: every pair
    /// whose verdicts on the two days differ is among them. At most `limit`, those after `pair`.
    package func verdictCandidates(
        from earlier: CivilDate, to later: CivilDate, after pair: VerdictPair?, limit: Int
    ) async throws -> [VerdictPair] {
        let rows = try await rows(
            SQL.nightlyCandidates, earlier.postgres, later.postgres,
            pair?.organisation.number ?? 0, pair?.programmeNumber ?? 0, limit,
            VerdictPair.codes.map(\.rawValue))
        return try rows.map { row in
            var columns = Columns(row)
            let organisation: OrganisationID = try columns.id()
            let number = try columns.value(Int.self)
            return VerdictPair(
                organisation: organisation, programme: try columns.code(),
                programmeNumber: number)
        }
    }

    /// How the verdicts of these pairs differ between two days, judged over all the facts now
    /// recorded by the same pure function as every check. With `againstKnown` the earlier day's
    /// are those that the latest run left.
    package func verdictChanges(
        of pairs: [VerdictPair], from earlier: CivilDate, to later: CivilDate,
        againstKnown: Bool = false
    ) async throws -> [Finding] {
        if againstKnown {
            return try await judgeAgainstKnown(pairs, from: earlier, to: later).changes
        }
        return try await judge(pairs, from: earlier, to: later, against: nil).changes
    }

    /// How the verdicts of these pairs on `later` differ from those that the latest run left. A
    /// fact that was recorded after that run counts as a change, whatever its dates. Without an
    /// `earlier` there was no run to differ from: the verdicts are only judged.
    func judgeAgainstKnown(
        _ pairs: [VerdictPair], from earlier: CivilDate?, to later: CivilDate
    ) async throws -> JudgedPairs {
        try await judge(pairs, from: earlier, to: later, against: try await known(of: pairs))
    }

    private func judge(
        _ pairs: [VerdictPair], from earlier: CivilDate?, to later: CivilDate,
        against known: [VerdictPair.Key: KnownVerdict]?
    ) async throws -> JudgedPairs {
        guard !pairs.isEmpty else { return JudgedPairs() }
        let judge = VerdictJudge(
            organisations: try await organisationFacts(of: Set(pairs.map(\.organisation)).sorted()),
            catalogue: try await programmes(), policy: try await policy())
        let after = try await verdicts(on: pairs, by: judge, on: later)
        var judged = JudgedPairs()
        var open: [(pair: VerdictPair, after: OrganisationVerdict)] = []
        for (pair, after) in zip(pairs, after) {
            guard let after else { continue }
            let verdict = KnownVerdict(after)
            judged.verdicts.append((pair, verdict))
            // What is as it was told needs no look at the day before, and that is most.
            if earlier != nil, known?[pair.key] != verdict { open.append((pair, after)) }
        }
        guard let earlier, !open.isEmpty else { return judged }
        let before = try await verdicts(on: open.map(\.pair), by: judge, on: earlier)
        for ((pair, after), before) in zip(open, before) {
            guard let before else { continue }
            // A pair that no run had to judge is as it was, seen with what is known now.
            let told = known?[pair.key] ?? KnownVerdict(before)
            judged.changes += [
                pair.change(.offerLost, .offerGained, told.mayOffer, before.offer, after.offer),
                pair.change(.trainLost, .trainGained, told.mayTrain, before.train, after.train),
            ].compactMap { $0 }
        }
        return judged
    }

    private func known(
        of pairs: [VerdictPair]
    ) async throws -> [VerdictPair.Key: KnownVerdict] {
        let organisations = Set(pairs.map(\.organisation.number)).sorted()
        var known: [VerdictPair.Key: KnownVerdict] = [:]
        for row in try await rows(SQL.verdictsKnown, organisations) {
            var columns = Columns(row)
            let organisation: OrganisationID = try columns.id()
            let key = VerdictPair.Key(organisation: organisation, programme: try columns.code())
            known[key] = KnownVerdict(
                mayOffer: try columns.value(), mayTrain: try columns.value())
        }
        return known
    }

    /// The verdict on each pair, nil where the organisation or the programme is not known.
    private func verdicts(
        on pairs: [VerdictPair], by judge: VerdictJudge, on date: CivilDate
    ) async throws -> [OrganisationVerdict?] {
        let affiliates = try await affiliates(
            of: pairs.map { ($0.organisation, $0.programme) }, on: date, by: judge.catalogue)
        return zip(pairs, affiliates).map { judge.verdict(on: $0, affiliates: $1, on: date) }
    }
}

/// What verdicts are judged by that is the same for every pair and day.
private struct VerdictJudge {
    let organisations: [OrganisationID: OrganisationFacts]
    let catalogue: Catalogue
    let policy: Policy

    func verdict(
        on pair: VerdictPair, affiliates: [Affiliate], on date: CivilDate
    ) -> OrganisationVerdict? {
        guard let organisation = organisations[pair.organisation],
            let programme = catalogue[pair.programme]
        else { return nil }
        return OrganisationVerdict.judge(
            organisation: organisation, programme: programme, affiliates: affiliates,
            policy: policy, on: date, language: nil)
    }
}

extension VerdictPair {
    /// What changed from what was told, with the reasons of the day that says no. Where a gain
    /// came from a fact dated back, the earlier day as now judged has none.
    fileprivate func change(
        _ lost: NoticeRule, _ gained: NoticeRule, _ wasAllowed: Bool, _ before: Judgement,
        _ after: Judgement
    ) -> Finding? {
        guard wasAllowed != after.isAllowed else { return nil }
        let refusal = after.isAllowed ? before : after
        var codes: [RuleCode] = []
        for reason in refusal.reasons where !codes.contains(reason.code) {
            codes.append(reason.code)
        }
        return Finding(
            rule: after.isAllowed ? gained : lost, about: .organisation(organisation),
            programme: programme, reasons: codes)
    }
}
