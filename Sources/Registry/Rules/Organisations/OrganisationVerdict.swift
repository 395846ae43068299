/// Whether an organisation may offer a programme and train in it in-house, on a day.
package struct OrganisationVerdict: Hashable, Sendable {
    package var offer: Judgement
    package var train: Judgement
    /// How many of the people affiliated count as leaders.
    package var leaders: Int
    /// How many of the people affiliated are authorised master trainers.
    package var masterTrainers: Int
    /// The licence that serves.
    package var licence: LicenceID?

    package init(
        offer: Judgement, train: Judgement, leaders: Int, masterTrainers: Int, licence: LicenceID?
    ) {
        self.offer = offer
        self.train = train
        self.leaders = leaders
        self.masterTrainers = masterTrainers
        self.licence = licence
    }

    /// Judges `organisation` for `programme` on `date`; `affiliates` are the people affiliated on
    /// that day. Where `language` is named, a licence bound to another one does not serve.
    package static func judge(
        organisation: OrganisationFacts, programme: Programme, affiliates: [Affiliate],
        policy: Policy, on date: CivilDate, language: String?
    ) -> OrganisationVerdict {
        let match = organisation.licenceInForce(for: programme, on: date, language: language)
        let common =
            organisation.closedReasons(on: date)
            + organisation.licenceReasons(match, for: programme, on: date, language: language)
        let staff = AffiliatedStaff(affiliates, of: programme)
        let offer =
            common + staff.offerReasons
            + (match.licence?.overdueReasons(on: date, policy: policy) ?? [])
        return OrganisationVerdict(
            offer: Judgement(offer, policy: policy, on: date),
            train: Judgement(common + staff.trainReasons, policy: policy, on: date),
            leaders: staff.leaders.count, masterTrainers: staff.masterTrainers.count,
            licence: match.licence?.id)
    }
}
