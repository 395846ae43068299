extension OrganisationFacts {
    /// The licence that serves this organisation for `programme` on `date`, else the nearest miss.
    ///
    /// In force is a licence whose days hold the date, neither suspended nor revoked, of a type
    /// that the programme accepts, that names the programme, and that is not bound to another
    /// language than `language`. Without a language in the request any licence does.
    package func licenceInForce(
        for programme: Programme, on date: CivilDate, language: String?
    ) -> LicenceMatch {
        guard programme.needsLicence else { return .notNeeded }
        let candidates = licences.compactMap {
            LicenceCandidate(
                $0, organisation: id, programme: programme, on: date, language: language)
        }
        let serving = candidates.filter(\.misses.isEmpty)
        if let best = serving.min(by: { $0.servesBefore($1) }) { return .inForce(best.licence) }
        for miss in LicenceMiss.allCases {
            let missing = candidates.filter { $0.miss == miss }
            if let nearest = missing.min(by: { $0.isNearer(than: $1) }) {
                return .missed(miss, nearest.licence.id)
            }
        }
        return .none
    }
}
