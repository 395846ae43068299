import Postgres
import Registry
import Schema

/// Rules whose findings one statement gives.
///
/// The statement stands in one file: `preview` puts it in front of the one that orders what it
/// finds, `run` in front of the one that records it. So what is previewed is what is recorded.
package enum FindingFamily: String, CaseIterable, Sendable {
    case expired, lapsed, coverageEnded, affiliationEnded, expiring, verdicts, reports

    private var findings: SQL.Named {
        switch self {
        case .expired: return SQL.nightlyExpired
        case .lapsed: return SQL.nightlyLapsed
        case .coverageEnded: return SQL.nightlyCoverageEnded
        case .affiliationEnded: return SQL.nightlyAffiliationEnded
        case .expiring: return SQL.nightlyExpiring
        case .verdicts: return SQL.nightlyVerdicts
        case .reports: return SQL.nightlyReports
        }
    }

    /// The rules by which it finds.
    package var rules: [NoticeRule] {
        switch self {
        case .expired: return [.expired]
        case .lapsed: return [.lapsed]
        case .coverageEnded: return [.coverageEnded]
        case .affiliationEnded: return [.affiliationEnded]
        case .expiring: return [.expiring]
        case .verdicts: return [.offerLost, .offerGained, .trainLost, .trainGained]
        case .reports: return [.reportDue, .reportOverdue]
        }
    }

    /// Opens a cursor over what a run of `date` would record, where `first` is the first date not
    /// yet run: what the dates before `date` would record is left out.
    func search(on date: CivilDate, first: CivilDate) -> Query {
        let statement = Statement(
            name: "preview_" + findings.name,
            sql: "DECLARE preview NO SCROLL CURSOR FOR WITH found AS (\n" + findings.text + ")\n"
                + SQL.previewOrder.text)
        return Query(statement, list: [date.postgres, first.postgres, rules.map(\.rawValue)])
    }

    /// Records at most `limit` of what is found on `date`, every earlier date having been run, if
    /// the lease is still of `epoch`; verdicts are given in `changes`, having been judged.
    func recording(
        on date: CivilDate, epoch: Int64, limit: Int, changes: [Finding] = []
    ) -> Query {
        let statement = Statement(
            name: "record_" + findings.name,
            sql: "WITH found AS (\n" + findings.text + ")\n" + SQL.nightlyRecord.text)
        let common: [(any PostgresEncodable)?] = [
            date.postgres, date.postgres, epoch, limit,
        ]
        guard self == .verdicts else { return Query(statement, list: common) }
        return Query(
            statement,
            list: common + [
                changes.map(\.rule.rawValue), changes.map(\.numbers.organisation),
                changes.map { $0.programme?.text ?? "" },
                changes.map { $0.reasons.map(\.rawValue).joined(separator: ",") },
            ])
    }
}
