/// What a notice says, in the order in which a run lists it (registry contract, "The nightly run").
package enum NoticeRule: String, Hashable, CaseIterable, Sendable {
    case expired, lapsed
    case coverageEnded = "coverage-ended"
    case affiliationEnded = "affiliation-ended"
    case expiring
    case offerLost = "offer-lost"
    case offerGained = "offer-gained"
    case trainLost = "train-lost"
    case trainGained = "train-gained"
    case reportDue = "report-due"
    case reportOverdue = "report-overdue"

    /// The place in the order, from 1.
    var place: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
