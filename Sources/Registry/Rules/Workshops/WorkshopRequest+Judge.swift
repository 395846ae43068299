extension WorkshopRequest {
    /// Judges the workshop by every rule of "May this workshop be recorded?", in that order.
    ///
    /// - Parameters:
    ///   - people: the leaders or staff; whoever is missing is taken to have no record.
    ///   - workshopsThisLicenceYear: workshops already recorded under the licence that serves, in
    ///     the licence year of the first day, this one left out.
    package func judge(
        people: [PersonID: PersonRecord], policy: Policy, today: CivilDate,
        workshopsThisLicenceYear: Int
    ) -> WorkshopVerdict {
        if last < first {
            return WorkshopVerdict(
                judgement: Judgement([.datesInvalid(span)], policy: policy, on: first))
        }
        let match = organisation.licenceInForce(for: programme, on: first, language: language)
        let offered = programme.modes.first { $0.name == mode }
        let staff = Set(leaders).sorted().map { people[$0] ?? PersonRecord(id: $0) }
        var broken: [Reason] = last > today ? [.dateInFuture(last, today: today)] : []
        broken += offered == nil ? [modeNotOffered] : []
        broken += sessionReasons
        broken += organisation.closedReasons(on: first)
        broken += organisation.licenceReasons(
            match, for: programme, on: first, language: language)
        broken += offered.map { tooFewLeaders(staff, in: $0) } ?? []
        broken += notAuthorised(staff)
        broken += missingPeople(staff)
        broken += completersReasons
        broken += offered.map(groupReasons) ?? []
        broken += allowanceReasons(match.licence, used: workshopsThisLicenceYear)
        return WorkshopVerdict(
            judgement: Judgement(broken, policy: policy, on: first, waiving: waiving),
            licence: match.licence?.id)
    }

    private var modeNotOffered: Reason {
        let names = programme.modes.map(\.name)
        let choice = names.isEmpty ? "no mode" : names.joined(separator: ", ")
        return Reason(
            .modeNotOffered, details: .programme(programme) + [Reason.Detail("mode", .text(mode))],
            advice: "\(programme.code) is delivered in these modes: \(choice)")
    }

    private func allowanceReasons(_ licence: Licence?, used: Int) -> [Reason] {
        guard let licence, let allowance = licence.workshopsPerYear, used >= allowance else {
            return []
        }
        return [.overAllowance("workshops", used: used, allowance: allowance, licence: licence)]
    }
}
