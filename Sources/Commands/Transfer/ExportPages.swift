import AdminProtocol
import Registry
import Store

/// All records of a kind as lines, page by page, by number.
struct ExportPages {
    let kind: TransferKind
    let snapshot: Snapshot
    let today: CivilDate
    private var after: Int64 = 0
    private var lastAward: Award?

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
        case .organisations:
            let rows = try await snapshot.organisations(
                country: nil, sector: nil, parent: nil, page: page)
            return turn(rows, \.id.number) { $0.line }
        case .people:
            let rows = try await snapshot.people(
                organisation: nil, on: today, profession: nil, page: page)
            return turn(rows, \.id.number) { $0.line([]) }
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
        case .certifications:
            let rows = try await snapshot.awards(after: lastAward, limit: page.limit)
            lastAward = rows.last ?? lastAward
            return rows.map(\.line)
        case .trainings:
            let rows = try await snapshot.trainings(recorded, page: page)
            return turn(rows, \.id.number) { $0.line }
        case .workshops:
            let rows = try await snapshot.workshops(recorded, page: page)
            return turn(rows, \.id.number) { $0.line }
        }
    }

    /// What was planned only, or taken back, would come out of an import as given.
    private var recorded: CourseFilter {
        var filter = CourseFilter()
        filter.state = .recorded
        return filter
    }

    private mutating func turn<Row>(
        _ rows: [Row], _ number: KeyPath<Row, Int64>, line: (Row) -> DataLine
    ) -> [DataLine] {
        after = rows.last?[keyPath: number] ?? after
        return rows.map(line)
    }
}

extension AffiliationRow {
    fileprivate var line: DataLine {
        var line = DataLine("affiliation")
        line.add("person", word: person)
        line.add("organisation", word: organisation)
        line.add("from", date: span.from)
        line.add("until", date: span.until)
        return line
    }
}

extension CoverageRow {
    fileprivate var line: DataLine {
        var line = DataLine("coverage")
        line.add("licence", word: licence)
        line.add("organisation", word: coverage.organisation)
        line.add("from", date: coverage.span.from)
        line.add("until", date: coverage.span.until)
        return line
    }
}

extension Award {
    fileprivate var line: DataLine {
        var line = DataLine("award")
        line.add("person", word: person)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("trained-on", date: trainedOn)
        line.add("evidence", text: evidence)
        return line
    }
}
