/// Explains whether an organisation may offer a programme and train in it: over the facts that
/// `OrganisationVerdict` judges.
package struct OrganisationExplanation {
    var organisation: OrganisationFacts
    var programme: Programme
    var affiliates: [Affiliate]
    var policy: Policy
    var date: CivilDate
    var language: String?

    package init(
        organisation: OrganisationFacts, programme: Programme, affiliates: [Affiliate],
        policy: Policy, on date: CivilDate, language: String?
    ) {
        self.organisation = organisation
        self.programme = programme
        self.affiliates = affiliates
        self.policy = policy
        self.date = date
        self.language = language
    }

    var candidates: [LicenceCandidate] {
        organisation.licences.compactMap {
            LicenceCandidate(
                $0, organisation: organisation.id, programme: programme, on: date,
                language: language)
        }
    }

    /// Facts first, then the rows that decided, then a step for each broken rule.
    package func explain(_ verdict: OrganisationVerdict) -> Explanation {
        var explanation = Explanation()
        addOrganisation(to: &explanation)
        if programme.needsLicence {
            for candidate in candidates { add(candidate, serving: verdict.licence, &explanation) }
        }
        addReports(of: verdict.licence, to: &explanation)
        addAffiliates(to: &explanation)
        let broken =
            verdict.offer.reasons + verdict.offer.warnings + verdict.train.reasons
            + verdict.train.warnings
        addRows(broken, isLicensed: verdict.licence != nil, to: &explanation)
        var told: Set<Reason> = []
        for reason in broken where told.insert(reason).inserted {
            explanation.steps.append(step(for: reason))
        }
        return explanation
    }

    private func addOrganisation(to explanation: inout Explanation) {
        explanation.add(
            .organisation,
            [
                .word("organisation", organisation.id),
                .word("state", organisation.isClosed(on: date) ? "closed" : "open"),
                .day("closed-on", organisation.closedOn),
            ])
        var asks: [Reason.Detail?] = [
            .word("programme", programme.code),
            .words("licence-types", programme.licenceTypes.map(\.rawValue).sorted()),
            Reason.Detail("min-leaders", .number(programme.minLeaders)),
            Reason.Detail("min-master-trainers", .number(programme.minMasterTrainers)),
        ]
        switch programme.staffing {
        case .leaders(_, let peers): asks.append(Reason.Detail("peers", .number(peers)))
        case .professions(let needed): asks.append(.words("professions", needed))
        }
        explanation.add(.programme, asks)
    }

    private func add(
        _ candidate: LicenceCandidate, serving: LicenceID?, _ explanation: inout Explanation
    ) {
        let licence = candidate.licence
        let misses = LicenceMiss.allCases.filter(candidate.misses.contains).map(\.rawValue)
        explanation.add(
            .licence,
            [
                .word("licence", licence.id), .word("holder", licence.holder),
                .word("type", licence.type.rawValue), .word("language", licence.language),
                .day("from", candidate.span.from), .day("until", candidate.span.until),
                .words("suspensions", licence.suspensions.map(\.text)),
                .day("revoked-on", licence.revokedOn), .flag("serves", licence.id == serving),
                .words("misses", misses),
            ])
    }

    private func addReports(of licence: LicenceID?, to explanation: inout Explanation) {
        guard let licence = organisation.licences.first(where: { $0.id == licence }) else { return }
        let grace = policy.number(.reportGraceDays, on: date)
        for report in licence.annualReports(dueBy: date) where !report.isFiled {
            let state = licence.reportState(of: report, on: date, grace: grace)
            explanation.add(
                .report,
                [
                    .word("licence", licence.id), .day("year", report.year.from),
                    .day("due", report.dueOn), .word("state", state.rawValue),
                ])
        }
    }

    /// Those who count, and those of any standing who do not. Who is neither is left out.
    private func addAffiliates(to explanation: inout Explanation) {
        let staff = AffiliatedStaff(affiliates, of: programme)
        for affiliate in affiliates {
            let isTrained = affiliate.leader != .untrained || affiliate.masterTrainer != .untrained
            var counts: [Role] = []
            if staff.leaders.contains(affiliate.person) { counts.append(.leader) }
            if staff.masterTrainers.contains(affiliate.person) { counts.append(.masterTrainer) }
            guard isTrained || !counts.isEmpty else { continue }
            var details: [Reason.Detail?] = [.word("person", affiliate.person)]
            if programme.needsAuthorisation {
                details += [
                    .word("leader", affiliate.leader.rawValue),
                    .word("master-trainer", affiliate.masterTrainer.rawValue),
                ]
            }
            details += [
                .words("counts-as", counts.map(\.rawValue)),
                .words("lacks-experience", affiliate.lacksExperience.map(\.rawValue).sorted()),
            ]
            switch programme.staffing {
            case .leaders(_, let peers):
                if peers > 0 { details.append(.flag(Self.peerKey, affiliate.isPeer)) }
            case .professions: details.append(.words("professions", affiliate.professions.sorted()))
            }
            explanation.add(.affiliate, details)
        }
    }

    /// The key under which the peer fact stands: health data, which not everybody is shown.
    package static let peerKey = "peer"

    private func addRows(
        _ broken: [Reason], isLicensed: Bool, to explanation: inout Explanation
    ) {
        let codes = Set(broken.map(\.code))
        for row in policy.severities.governing(on: date) where codes.contains(row.code) {
            explanation.add(.severity(row))
        }
        if isLicensed {
            for row in policy.numbers.governing(on: date) where row.name == .reportGraceDays {
                explanation.add(.number(row))
            }
        }
        for row in programme.overlays.governing(on: date)
        where row.organisation == organisation.id {
            explanation.add(.retention(row))
        }
        for row in programme.experience.governing(on: date)
        where row.organisation == organisation.id {
            explanation.add(.experience(row))
        }
    }
}

extension DateSpan {
    /// `2026-01-01/2026-12-31`, open-ended `2026-01-01/`.
    package var text: String { "\(from)/\(until.map(\.description) ?? "")" }
}
