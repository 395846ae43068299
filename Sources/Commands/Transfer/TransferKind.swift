/// The kinds of records that files hold, in the order in which a registry can be filled: each rests
/// only on those before it.
enum TransferKind: String, Sendable, CaseIterable {
    case programmes, prerequisites, organisations, policy, people, affiliations, licences
    case coverage, certifications, trainings, workshops, suspensions, revocations

    /// The command whose arguments are the columns, and by which rows are judged.
    var command: any ImportedCommand.Type {
        switch self {
        case .programmes: ProgrammeDefine.self
        case .prerequisites: ProgrammeRequire.self
        case .policy: PolicySet.self
        case .organisations: OrganisationAdd.self
        case .people: PersonAdd.self
        case .affiliations: PersonJoin.self
        case .licences: LicenceGrant.self
        case .coverage: LicenceCover.self
        case .certifications: CertificationAward.self
        case .trainings: TrainingRecord.self
        case .workshops: WorkshopRecord.self
        case .suspensions: CertificationSuspend.self
        case .revocations: CertificationRevoke.self
        }
    }
}
