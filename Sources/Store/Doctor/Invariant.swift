import Schema

/// Something that holds of the whole database at any moment, whoever wrote to it.
///
/// A row here and the statement that finds what breaks it: another invariant is no more than that.
package enum Invariant: String, CaseIterable, Sendable {
    case guardsOn = "guards-on"
    case licencesApart = "licences-apart"
    case claimsFollow = "claims-follow"
    case renewalsOwn = "renewals-own"
    case spansApart = "spans-apart"
    case parentsAbove = "parents-above"
    case peopleMarked = "people-marked"
    case accountsBound = "accounts-bound"
    case formsKnown = "forms-known"
    case certificationsGiven = "certifications-given"
    case runsFinished = "runs-finished"
    case noticesOnce = "notices-once"
    case requestsAnswered = "requests-answered"
    case eventsThere = "events-there"
    case eventsSealed = "events-sealed"
    /// The periods that are kept are those which the domain's function derives from the facts.
    /// Found by deriving them anew, not by a statement.
    case standingDerived = "standing-derived"

    /// The statement that finds what breaks it; its one argument is how many rows at most.
    var statement: SQL.Named? {
        switch self {
        case .guardsOn: SQL.doctorGuards
        case .licencesApart: SQL.doctorOverlap
        case .claimsFollow: SQL.doctorClaims
        case .renewalsOwn: SQL.doctorRenewed
        case .spansApart: SQL.doctorSpans
        case .parentsAbove: SQL.doctorParents
        case .peopleMarked: SQL.doctorPeople
        case .accountsBound: SQL.doctorLogins
        case .formsKnown: SQL.doctorForms
        case .certificationsGiven: SQL.doctorGiven
        case .runsFinished: SQL.doctorRuns
        case .noticesOnce: SQL.doctorNotices
        case .requestsAnswered: SQL.doctorTokens
        case .eventsThere: SQL.doctorTold
        case .eventsSealed: SQL.doctorSealed
        case .standingDerived: nil
        }
    }
}

/// What breaks an invariant.
package struct Breach: Sendable, Hashable {
    package var invariant: Invariant
    /// The thing, as replies name it; the table, block or run of what has no id.
    package var about: String
    /// What is wrong with it. Names nobody.
    package var detail: String
}

/// The limits of looking for breaches, in one place.
package enum DoctorLimits {
    /// Breaches of one invariant that are named.
    package static let named = 100
    /// People whose facts are held at once while their standing is derived.
    package static let peopleAtOnce = 1_000
    /// People between two lines of progress.
    package static let progress = 50_000
}
