import AdminProtocol
import Registry
import Store

/// All records of a kind as lines, page by page, in an order in which they can be stored again.
struct ExportPages {
    let kind: TransferKind
    let snapshot: Snapshot
    let today: CivilDate
    private var after: Int64 = 0
    private var depth = 0
    private var merged = MergedPeople()
    private var lastAward: Award?
    private var lastMark: CertificationMark?

    init(kind: TransferKind, snapshot: Snapshot, today: CivilDate) {
        self.kind = kind
        self.snapshot = snapshot
        self.today = today
    }

    /// The next page; nil at the end.
    mutating func next() async throws -> [DataLine]? {
        let lines = try await lines(Page(after: after, limit: ProtocolLimits.maxPage))
        return lines.isEmpty ? nil : lines
    }

    private mutating func lines(_ page: Page) async throws -> [DataLine] {
        switch kind {
        case .programmes, .prerequisites, .policy: return try await rules()
        case .organisations:
            let found = try await snapshot.organisationTree(
                after: OrganisationID(after), at: depth, limit: page.limit)
            depth = found.depth
            return turn(found.rows, \.id.number) { $0.line }
        case .people:
            return try await people(page)
        case .affiliations:
            let rows = try await snapshot.affiliations(page: page)
            return turn(rows, \.id) { $0.line }
        case .licences:
            let rows = try await snapshot.licences(
                organisation: nil, programme: nil, type: nil, on: nil, page: page)
            let day = today
            return turn(rows, \.licence.id.number) { $0.line(on: day) }
        case .coverage:
            let rows = try await snapshot.coverage(page: page)
            return turn(rows, \.id) { $0.line }
        case .trainings:
            let rows = try await snapshot.trainings(CourseFilter(), page: page)
            return turn(rows, \.id.number) { $0.line.withoutUsualState }
        case .workshops:
            let rows = try await snapshot.workshops(CourseFilter(), page: page)
            return turn(rows, \.id.number) { $0.line.withoutUsualState }
        case .certifications, .suspensions, .revocations:
            return try await certificationFacts(limit: page.limit)
        }
    }

    /// Those who turned out to be others come last.
    private mutating func people(_ page: Page) async throws -> [DataLine] {
        var page = page
        while true {
            let rows = try await snapshot.people(
                organisation: nil, on: today, profession: nil, page: page)
            if rows.isEmpty { break }
            after = rows.last?.id.number ?? after
            page.after = after
            let others = rows.filter { !merged.take($0) }
            if !others.isEmpty { return others.map { $0.line([]) } }
        }
        return try await snapshot.people(merged.next(page.limit)).map { $0.line([]) }
    }

    /// Few enough for one page.
    private mutating func rules() async throws -> [DataLine] {
        guard after == 0 else { return [] }
        after = 1
        let day = today
        switch kind {
        case .programmes:
            return try await snapshot.programmes().programmes.map { $0.line(version: 1, on: day) }
        default:
            let rows = try await snapshot.policyRows().map(\.row)
            return rows.compactMap { $0.exported(as: kind) }
        }
    }

    private mutating func certificationFacts(limit: Int) async throws -> [DataLine] {
        switch kind {
        case .certifications:
            let rows = try await snapshot.awards(after: lastAward, limit: limit)
            lastAward = rows.last ?? lastAward
            return rows.map(\.line)
        default:
            let rows =
                kind == .suspensions
                ? try await snapshot.suspensions(after: lastMark, limit: limit)
                : try await snapshot.revocations(after: lastMark, limit: limit)
            lastMark = rows.last ?? lastMark
            return rows.map(\.line)
        }
    }

    private mutating func turn<Row>(
        _ rows: [Row], _ number: KeyPath<Row, Int64>, line: (Row) -> DataLine
    ) -> [DataLine] {
        after = rows.last?[keyPath: number] ?? after
        return rows.map(line)
    }
}
