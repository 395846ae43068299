import Postgres
import Schema

/// Something that holds of the whole database at any moment, whoever wrote to it.
package enum Invariant: String, CaseIterable, Sendable {
    case licenceOverlap = "licence-overlap"
    case claimsFollow = "claims-follow"
    case eventForEach = "event-for-each"
    case certificationGiven = "certification-given"
    case affiliationOnce = "affiliation-once"
    case noticeOnce = "notice-once"
    case formKnown = "form-known"
    case requestAnswered = "request-answered"
    case verdictPlausible = "verdict-plausible"
    case renewalAfter = "renewal-after"
    case parentAbove = "parent-above"
    case runsFinished = "runs-finished"
    case guardsOn = "guards-on"
    /// The derived periods are those that the domain's function derives from the facts: judged in
    /// batches of people, not by a statement.
    case standingDerived = "standing-derived"

    /// The statement that finds what breaks it; its one argument is how many rows at most.
    var statement: SQL.Named? {
        switch self {
        case .licenceOverlap: return SQL.doctorLicenceOverlap
        case .claimsFollow: return SQL.doctorClaims
        case .eventForEach: return SQL.doctorEvents
        case .certificationGiven: return SQL.doctorCertifications
        case .affiliationOnce: return SQL.doctorAffiliations
        case .noticeOnce: return SQL.doctorNotices
        case .formKnown: return SQL.doctorForms
        case .requestAnswered: return SQL.doctorRequests
        case .verdictPlausible: return SQL.doctorVerdicts
        case .renewalAfter: return SQL.doctorRenewals
        case .parentAbove: return SQL.doctorParents
        case .runsFinished: return SQL.doctorRuns
        case .guardsOn: return SQL.doctorGuards
        case .standingDerived: return nil
        }
    }
}

/// What breaks an invariant.
package struct Breach: Sendable, Equatable {
    package var invariant: Invariant
    /// The thing, as replies name it; a word for what has no id.
    package var thing: String
    /// What is wrong with it. Names nobody.
    package var detail: String
}

extension Snapshot {
    /// What breaks an invariant that one statement can judge, at most `limit`.
    package func breaches(of invariant: Invariant, limit: Int) async throws -> [Breach] {
        guard let statement = invariant.statement else { return [] }
        return try await rows(statement, limit).map { row in
            var columns = Columns(row)
            return Breach(
                invariant: invariant, thing: try columns.value(), detail: try columns.value())
        }
    }
}
