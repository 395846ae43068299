import Registry

extension PersonRecord {
    /// A person without a record.
    static func person(_ number: Int64) -> PersonRecord { PersonRecord(id: PersonID(number)) }

    /// The same person, having passed a training; without an `until` on one day.
    func passed(
        _ kind: TrainingKind, in programme: String, _ from: String, _ until: String? = nil
    ) -> PersonRecord {
        var person = self
        person.programmes[code(programme), default: ProgrammeRecord()].passed.append(
            PassedTraining(kind: kind, span: span(from, until ?? from)))
        return person
    }

    /// The same person with the certification in `role` revoked.
    func revoked(_ role: Role, in programme: String, on: String) -> PersonRecord {
        var person = self
        person.programmes[code(programme), default: ProgrammeRecord()]
            .marks[role, default: CertificationMarks()].revokedOn = day(on)
        return person
    }

    /// The same person with the certification in `role` suspended.
    func suspended(_ role: Role, in programme: String, _ days: DateSpan) -> PersonRecord {
        var person = self
        person.programmes[code(programme), default: ProgrammeRecord()]
            .marks[role, default: CertificationMarks()].suspensions.append(days)
        return person
    }

    func peer(for programme: String) -> PersonRecord {
        var person = self
        person.peerFor.insert(code(programme))
        return person
    }

    func professions(_ names: String...) -> PersonRecord {
        var person = self
        person.professions.formUnion(names)
        return person
    }
}

/// People by id, as the rules take them.
func people(_ records: PersonRecord...) -> [PersonID: PersonRecord] {
    Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
}

func persons(_ numbers: Int64...) -> [PersonID] { numbers.map { PersonID($0) } }

extension Licence {
    /// A licence of O-1 for CDSMP and CPSMP, unless said otherwise.
    static func sample(
        _ number: Int64 = 1, holder: Int64 = 1, type: LicenceType = .multiple,
        programmes: [String] = ["CDSMP", "CPSMP"], language: String? = nil,
        term: DateSpan = span("2026-01-01", "2028-12-31")
    ) -> Licence {
        Licence(
            id: LicenceID(number), holder: OrganisationID(holder), type: type,
            scope: .programmes(Set(programmes.map { code($0) })), language: language, term: term)
    }

    /// An umbrella licence of O-9 that covers O-1 on `covered`.
    static func umbrella(
        _ number: Int64, covered: DateSpan, term: DateSpan = span("2026-01-01", "2028-12-31")
    ) -> Licence {
        var licence = sample(number, holder: 9, type: .umbrella, term: term)
        licence.coverage = [Coverage(organisation: OrganisationID(1), span: covered)]
        return licence
    }

    /// The same licence, changed.
    func with(_ change: (inout Licence) -> Void) -> Licence {
        var licence = self
        change(&licence)
        return licence
    }
}

extension OrganisationFacts {
    /// O-1 with these licences.
    static func sample(_ licences: Licence...) -> OrganisationFacts {
        OrganisationFacts(id: OrganisationID(1), licences: licences)
    }
}

extension Judgement {
    /// The codes of the refusing reasons, in order.
    var codes: [RuleCode] { reasons.map(\.code) }
    /// The codes of the warnings, in order.
    var warningCodes: [RuleCode] { warnings.map(\.code) }
}

extension Reason {
    /// The value under `key`, if the reason carries it.
    subscript(_ key: String) -> Value? { details.first { $0.key == key }?.value }
}
