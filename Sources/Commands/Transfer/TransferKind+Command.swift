import AdminProtocol

extension TransferKind {
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
