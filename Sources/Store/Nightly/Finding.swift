import Postgres
package import Registry

/// One thing that the nightly run finds for a business date: what makes a notice, and what
/// `expiry run` and `expiry preview` list.
package struct Finding: Hashable, Sendable {
    package var rule: NoticeRule
    /// The licence, the person (with programme and role where it is a certification), or the
    /// organisation (with programme).
    package var about: Thing
    /// On certifications and verdicts only.
    package var programme: ProgrammeCode?
    /// On certifications only.
    package var role: Role?
    /// The organisation that was covered or that a person belonged to.
    package var organisation: OrganisationID?
    /// The day that ended or will end, or on which a report is due; on all but verdicts.
    package var until: CivilDate?
    /// The rung of the ladder, in days; on `expiring` only.
    package var threshold: Int?
    /// Why a verdict is no, or was no before it was gained.
    package var reasons: [RuleCode]

    package init(
        rule: NoticeRule, about: Thing, programme: ProgrammeCode? = nil, role: Role? = nil,
        organisation: OrganisationID? = nil, until: CivilDate? = nil, threshold: Int? = nil,
        reasons: [RuleCode] = []
    ) {
        self.rule = rule
        self.about = about
        self.programme = programme
        self.role = role
        self.organisation = organisation
        self.until = until
        self.threshold = threshold
        self.reasons = reasons
    }
}

extension Finding: Comparable {
    /// By rule in the contract's order, then by the numbers of the things.
    package static func < (left: Finding, right: Finding) -> Bool {
        let (leftKey, rightKey) = (left.key, right.key)
        if leftKey.numbers != rightKey.numbers {
            return leftKey.numbers.lexicographicallyPrecedes(rightKey.numbers)
        }
        if leftKey.words != rightKey.words {
            return leftKey.words.lexicographicallyPrecedes(rightKey.words)
        }
        return (left.until ?? .first, left.threshold ?? 0)
            < (right.until ?? .first, right.threshold ?? 0)
    }

    private var key: (numbers: [Int64], words: [String]) {
        let things = numbers
        return (
            [Int64(rule.place), things.licence, things.person, things.organisation],
            [programme?.text ?? "", role?.rawValue ?? ""]
        )
    }

    /// The numbers of the things by kind, 0 for none.
    var numbers: (licence: Int64, person: Int64, organisation: Int64) {
        let named = organisation?.number ?? 0
        switch about {
        case .licence(let id): return (id.number, 0, named)
        case .person(let id): return (0, id.number, named)
        case .organisation(let id): return (0, 0, id.number)
        default: return (0, 0, named)
        }
    }
}

extension Columns {
    /// A finding from nine columns: rule, licence, person, programme, role, organisation, until,
    /// threshold, reasons.
    mutating func finding() throws -> Finding {
        let rule: NoticeRule = try word()
        let licence: LicenceID? = try optionalID()
        let person: PersonID? = try optionalID()
        let programme = try value(String?.self).flatMap { ProgrammeCode($0) }
        let role: Role? = try optionalWord()
        let organisation: OrganisationID? = try optionalID()
        let until = try optionalDate()
        let threshold = try value(Int?.self)
        let reasons = try value([String].self).compactMap(RuleCode.init(rawValue:))
        guard
            let about = licence.map(Thing.licence) ?? person.map(Thing.person)
                ?? organisation.map(Thing.organisation)
        else { throw StoreError.unreadable("notice about nothing") }
        return Finding(
            rule: rule, about: about, programme: programme, role: role,
            organisation: licence == nil && person == nil ? nil : organisation, until: until,
            threshold: threshold, reasons: reasons)
    }
}
