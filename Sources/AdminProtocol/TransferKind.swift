/// The kinds of records that files hold, in the order in which a registry can be filled: each rests
/// only on those before it.
package enum TransferKind: String, Sendable, CaseIterable {
    case programmes, prerequisites, organisations, policy, people, affiliations, licences
    case coverage, certifications, trainings, workshops, suspensions, revocations
}
