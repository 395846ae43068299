import AdminProtocol
import Foundation
import TestSupport
import Testing

/// Real records, imported as they were published. `LICENTIA_REAL_DATA` names their folder; without
/// it these tests are skipped, and say so.
@Suite(.enabled(if: RealData.folder != nil, "LICENTIA_REAL_DATA names no folder"))
struct RealDataTests {
    /// Programmes are data: these are defined as anyone would define theirs.
    private static let programmes = ["SWC", "DC", "TTT"].map { code in
        "programme define \(code) title=\(code) sessions=2 minutes=420 "
            + "modes=in-person,virtual leaders=2 licence-types=multiple,umbrella "
            + "formats=leader/standard:2"
    }

    @Test func everyRowIsStoredOrRefusedForAReason() async throws {
        try await TestSession.with { session in
            for line in Self.programmes { try await session.done(line) }
            for kind in RealData.kinds {
                let table = try RealData(kind)
                let reply = await session.importing(
                    "\(kind) mode=best-effort rules=report", table.text, pieceSize: 65_536)
                #expect(reply.outcome == "OK")
                let expected = try RealData.refusals(of: kind)
                #expect(reply.refusedRows == expected, "\(kind)")
                let stored = table.rows.count - expected.count
                #expect(
                    reply.summary == "\(table.rows.count)/\(stored)/0/\(expected.count)",
                    "\(kind)")
            }
            try await Self.compareCounts(session)
            for kind in RealData.kinds {
                let table = try RealData(kind)
                let again = await session.importing(
                    "\(kind) mode=best-effort rules=report", table.text, pieceSize: 65_536)
                let refused = try RealData.refusals(of: kind).count
                #expect(again.data.last?["stored"] == "0", "\(kind)")
                #expect(again.data.last?["refused"] == "\(refused)", "\(kind)")
            }
        }
    }

    /// What the registry then says of workshops, by year, programme and country of the host.
    private static func compareCounts(_ session: TestSession) async throws {
        let countries = try RealData("organisations").rows.reduce(into: [:]) { found, row in
            found["ext:" + (row["external-id"] ?? "")] = row["country"]
        }
        var expected: [String: Int] = [:]
        let refused = Set(
            try RealData.refusals(of: "workshops").map { String($0.prefix { $0 != " " }) })
        for row in try RealData("workshops").rows where !refused.contains(row["line"] ?? "-") {
            let year = (row["from"] ?? "").prefix(4)
            let country = countries[row["organisation"] ?? ""] ?? "-"
            expected["\(year) \(row["programme"] ?? "-") \(country)", default: 0] += 1
        }
        var found: [String: Int] = [:]
        var hosts: [String: String] = [:]
        for line in try await all("organisation list", session) {
            hosts[line["id"] ?? "-"] = line["country"]
        }
        for line in try await all("workshop list", session) {
            let year = (line["from"] ?? "").prefix(4)
            let country = hosts[line["organisation"] ?? "-"] ?? "-"
            found["\(year) \(line["programme"] ?? "-") \(country)", default: 0] += 1
        }
        #expect(found == expected)
    }

    private static func all(_ list: String, _ session: TestSession) async throws -> [DataLine] {
        var lines: [DataLine] = []
        var after = ""
        while true {
            let page = try await session.done("\(list) limit=1000\(after)")
            lines += page.data
            guard let next = page.final("next") else { return lines }
            after = " after=\(next)"
        }
    }
}

/// One file of the records.
private struct RealData {
    static let folder = ProcessInfo.processInfo.environment["LICENTIA_REAL_DATA"]
    static let kinds = ["organisations", "people", "licences", "certifications", "workshops"]

    let text: String
    /// Trimmed cells by column, and under `line` the line of the file.
    var rows: [[String: String]] = []

    init(_ kind: String) throws {
        let folder = try #require(Self.folder)
        text = try String(contentsOfFile: "\(folder)/\(kind).csv", encoding: .utf8)
        var reader = CSVReader(trimming: true)
        var items: [CSVItem] = []
        reader.read(text.utf8, into: &items)
        reader.finish(into: &items)
        guard case .record(let header) = items.first else { return }
        for item in items.dropFirst() {
            guard case .record(let record) = item else { continue }
            var row = Dictionary(uniqueKeysWithValues: zip(header.cells, record.cells))
            row["line"] = "\(record.line)"
            rows.append(row)
        }
    }

    /// The rows that must be refused, `line code`, by what is wrong with them:
    /// - a host without a country, or with one that ISO 3166-1 does not have (`W3`, their code for
    ///   online);
    /// - a licence of a holder that was refused, or whose days overlap with another's;
    /// - a workshop without a programme, or of a host that was refused.
    static func refusals(of kind: String) throws -> [String] {
        let rows = try RealData(kind).rows
        switch kind {
        case "organisations": return rows.compactMap(refusal(ofHost:))
        case "licences": return try refusals(ofLicences: rows)
        case "workshops": return try refusals(ofWorkshops: rows)
        default: return []
        }
    }

    private static func refusal(ofHost row: [String: String]) -> String? {
        switch row["country"] ?? "" {
        case "": "\(row["line"] ?? "-") missing-argument"
        case "W3": "\(row["line"] ?? "-") bad-value"
        default: nil
        }
    }

    private static func refusedHosts() throws -> Set<String> {
        let rows = try RealData("organisations").rows.filter { refusal(ofHost: $0) != nil }
        return Set(rows.compactMap { $0["external-id"] }.map { "ext:\($0)" })
    }

    private static func refusals(ofLicences rows: [[String: String]]) throws -> [String] {
        let refused = try refusedHosts()
        var granted: [[String: String]] = []
        return rows.compactMap { row in
            if refused.contains(row["organisation"] ?? "") {
                return "\(row["line"] ?? "") not-found"
            }
            let overlaps = granted.contains { other in
                other["organisation"] == row["organisation"]
                    && (other["from"] ?? "") <= (row["until"] ?? "")
                    && (row["from"] ?? "") <= (other["until"] ?? "")
            }
            if overlaps { return "\(row["line"] ?? "") licence-overlap" }
            granted.append(row)
            return nil
        }
    }

    private static func refusals(ofWorkshops rows: [[String: String]]) throws -> [String] {
        let refused = try refusedHosts()
        return rows.compactMap { row in
            if (row["programme"] ?? "").isEmpty { return "\(row["line"] ?? "") missing-argument" }
            let isOfNobody = refused.contains(row["organisation"] ?? "")
            return isOfNobody ? "\(row["line"] ?? "") not-found" : nil
        }
    }
}
