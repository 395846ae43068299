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

    /// How the verdicts of these pairs differ between two days, both judged over all the facts
    /// now recorded, by the same pure function as every check.
    package func verdictChanges(
        of pairs: [VerdictPair], from earlier: CivilDate, to later: CivilDate
    ) async throws -> [Finding] {
        guard !pairs.isEmpty else { return [] }
        let judge = VerdictJudge(
            organisations: try await organisationFacts(of: Set(pairs.map(\.organisation)).sorted()),
            catalogue: try await programmes(), policy: try await policy())
        let before = try await verdicts(on: pairs, by: judge, on: earlier)
        let after = try await verdicts(on: pairs, by: judge, on: later)
        return zip(pairs, zip(before, after)).flatMap { pair, verdicts -> [Finding] in
            guard let before = verdicts.0, let after = verdicts.1 else { return [] }
            return [
                pair.change(.offerLost, .offerGained, from: before.offer, to: after.offer),
                pair.change(.trainLost, .trainGained, from: before.train, to: after.train),
            ].compactMap { $0 }
        }
    }

    /// The verdict on each pair, nil where the organisation or the programme is not known.
    private func verdicts(
        on pairs: [VerdictPair], by judge: VerdictJudge, on date: CivilDate
    ) async throws -> [OrganisationVerdict?] {
        let affiliates = try await affiliates(
            of: pairs.map { ($0.organisation, $0.programme) }, on: date)
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
    /// What changed, with the reasons of the day that says no.
    fileprivate func change(
        _ lost: NoticeRule, _ gained: NoticeRule, from before: Judgement, to after: Judgement
    ) -> Finding? {
        guard before.isAllowed != after.isAllowed else { return nil }
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
