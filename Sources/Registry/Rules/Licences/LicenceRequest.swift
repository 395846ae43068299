/// A licence that someone wants granted, or the new one of a renewal.
package struct LicenceRequest: Hashable, Sendable {
    package var holder: OrganisationID
    package var type: LicenceType
    package var scope: LicenceScope
    package var language: String?
    package var from: CivilDate
    /// Nil is open-ended.
    package var until: CivilDate?

    package init(
        holder: OrganisationID, type: LicenceType, scope: LicenceScope, language: String? = nil,
        from: CivilDate, until: CivilDate?
    ) {
        self.holder = holder
        self.type = type
        self.scope = scope
        self.language = language
        self.from = from
        self.until = until
    }

    package var term: DateSpan { DateSpan(from: from, until: until) }

    /// The last day of a licence granted without one: the policy's term from `from` on; nil, open,
    /// where the policy states no term.
    package static func defaultUntil(from: CivilDate, policy: Policy) -> CivilDate? {
        let months = policy.number(.licenceTermMonths, on: from)
        return months > 0 ? from.endOfTerm(months: months) : nil
    }

    /// The request that renews `old`: the same licence from the day after its last one, or from a
    /// later day given, for the policy's term unless `until` is given. Nil when the old one has no
    /// end, so that nothing can follow it.
    package static func renewal(
        of old: Licence, from: CivilDate? = nil, until: CivilDate? = nil, policy: Policy
    ) -> LicenceRequest? {
        guard let ended = old.term.until, ended < .last else { return nil }
        let first = from ?? ended.next
        return LicenceRequest(
            holder: old.holder, type: old.type, scope: old.scope, language: old.language,
            from: first, until: until ?? defaultUntil(from: first, policy: policy))
    }
}
