/// A licence that could serve an organisation, with all that keeps it from doing so on a day.
struct LicenceCandidate {
    var licence: Licence
    var isOwn: Bool
    /// Empty when it serves.
    var misses: Set<LicenceMiss>
    /// The days that decide between candidates of the same kind: those that hold the day asked
    /// about, else the latest that ended before it, else the earliest that begin after it.
    var span: DateSpan

    /// Nil for a licence that never was the organisation's and never covered it.
    init?(
        _ licence: Licence, organisation: OrganisationID, programme: Programme, on date: CivilDate,
        language: String?
    ) {
        let spans = licence.spans(for: organisation)
        guard let deciding = spans.deciding(on: date) else { return nil }
        self.licence = licence
        isOwn = licence.holder == organisation
        span = deciding
        misses = []
        if licence.isSuspended(on: date) { misses.insert(.suspended) }
        if licence.isRevoked(on: date) { misses.insert(.revoked) }
        if let bound = licence.language, let language, bound != language {
            misses.insert(.languageNotCovered)
        }
        if !programme.licenceTypes.contains(licence.type) { misses.insert(.typeNotAccepted) }
        if !licence.scope.covers(programme.code) { misses.insert(.programmeNotCovered) }
        if deciding.endsBefore(date) { misses.insert(.expired) }
        if date < deciding.from { misses.insert(.notYet) }
    }

    /// The miss under which this licence is reported: a licence out of its days is only that.
    var miss: LicenceMiss? {
        if misses.contains(.expired) { return .expired }
        if misses.contains(.notYet) { return .notYet }
        return LicenceMiss.allCases.first(where: misses.contains)
    }

    /// Whether this licence serves rather than `other`: an own one first, then the latest end,
    /// then the lowest id.
    func servesBefore(_ other: LicenceCandidate) -> Bool {
        if isOwn != other.isOwn { return isOwn }
        if last != other.last { return last > other.last }
        return licence.id < other.licence.id
    }

    /// Whether this licence is nearer than `other`, which misses by the same.
    func isNearer(than other: LicenceCandidate) -> Bool {
        let isOnly = misses.count == 1
        if isOnly != (other.misses.count == 1) { return isOnly }
        if miss == .notYet {
            if span.from != other.span.from { return span.from < other.span.from }
        } else if last != other.last {
            return last > other.last
        }
        return licence.id < other.licence.id
    }

    private var last: CivilDate { span.until ?? .last }
}

extension Licence {
    /// The days on which it can serve `organisation`: its term for the holder, the covered days
    /// within the term for an organisation that an umbrella licence names.
    package func spans(for organisation: OrganisationID) -> [DateSpan] {
        if holder == organisation { return term.isEmpty ? [] : [term] }
        guard type == .umbrella else { return [] }
        return coverage.filter { $0.organisation == organisation }
            .compactMap { $0.span.intersection(term) }
    }
}

extension Licence {
    /// The coverage that a renewal from `first` goes on with: of the organisations that are covered
    /// on the last day of the term, as long as the new one lasts. The sources say nothing of it;
    /// an umbrella that leaves everyone out in the rain each third year would help nobody.
    package func coverageCarried(to first: CivilDate) -> [Coverage] {
        guard let last = term.until else { return [] }
        let covered = Set(coverage.filter { $0.span.contains(last) }.map(\.organisation))
        return covered.sorted().map {
            Coverage(organisation: $0, span: DateSpan(from: first, until: nil))
        }
    }
}

extension [DateSpan] {
    fileprivate func deciding(on date: CivilDate) -> DateSpan? {
        let holding = filter { $0.contains(date) }
        if !holding.isEmpty { return holding.max { $0.last < $1.last } }
        let past = filter { $0.endsBefore(date) }
        if !past.isEmpty { return past.max { $0.last < $1.last } }
        return self.min { $0.from < $1.from }
    }
}

extension DateSpan {
    fileprivate var last: CivilDate { until ?? .last }
}
