package import AdminProtocol

/// Every command, in the order in which `help` lists them. A command that is not here does not
/// exist.
package enum CommandTable {
    static let rows: [CommandEntry] =
        session + programmes + organisations + people + licences + courses + certifications
        + checks + nightly + events + transfer + accounts

    private static let session: [CommandEntry] = [
        .session(Ping.self), .session(Quit.self), .session(WhoAmI.self),
        .session(Capabilities.self), .session(Format.self), .session(Help.self),
        .session(Describe.self), .session(AuthScram.self), .session(AuthToken.self),
        .write(PasswordChange.self), .session(Status.self), .session(Doctor.self),
    ]

    private static let programmes: [CommandEntry] = [
        .read(ProgrammeList.self), .read(ProgrammeShow.self), .write(ProgrammeDefine.self),
        .write(ProgrammeAmend.self), .write(ProgrammeRequire.self),
        .read(PolicyList.self), .write(PolicySet.self), .write(PolicyEnd.self),
    ]

    private static let organisations: [CommandEntry] = [
        .write(OrganisationAdd.self), .read(OrganisationShow.self), .read(OrganisationList.self),
        .read(OrganisationFind.self), .write(OrganisationAmend.self),
        .write(OrganisationClose.self), .write(OrganisationReopen.self),
    ]

    private static let people: [CommandEntry] = [
        .write(PersonAdd.self), .read(PersonShow.self), .read(PersonList.self),
        .read(PersonFind.self), .write(PersonAmend.self), .write(PersonJoin.self),
        .write(PersonLeave.self), .write(PersonMerge.self), .write(PersonUnmerge.self),
        .write(PersonErase.self), .read(PersonDuplicates.self),
    ]

    private static let licences: [CommandEntry] = [
        .write(LicenceGrant.self), .write(LicenceRenew.self), .write(LicenceAmend.self),
        .write(LicenceSuspend.self), .write(LicenceReinstate.self), .write(LicenceRevoke.self),
        .write(LicenceRestore.self),
        .write(LicenceCover.self), .write(LicenceUncover.self), .write(LicenceReport.self),
        .read(LicenceShow.self), .read(LicenceList.self), .read(LicenceUsage.self),
    ]

    private static let courses: [CommandEntry] = [
        .write(TrainingRecord.self), .write(TrainingSchedule.self),
        .write(TrainingComplete.self), .write(TrainingVoid.self), .read(TrainingShow.self),
        .read(TrainingList.self),
        .write(WorkshopRecord.self), .write(WorkshopSchedule.self),
        .write(WorkshopComplete.self), .write(WorkshopVoid.self), .read(WorkshopShow.self),
        .read(WorkshopList.self),
    ]

    private static let certifications: [CommandEntry] = [
        .write(CertificationAward.self), .read(CertificationShow.self),
        .read(CertificationList.self), .write(CertificationSuspend.self),
        .write(CertificationReinstate.self), .write(CertificationRevoke.self),
        .write(CertificationRestore.self), .write(CertificationVoid.self),
    ]

    private static let checks: [CommandEntry] = [
        .indexed(CheckOrganisation.self), .indexed(CheckPerson.self), .indexed(CheckTrainee.self),
        .indexed(ExplainOrganisation.self), .indexed(ExplainPerson.self),
        .indexed(ExplainTrainee.self), .session(ForecastCommand.self),
    ]

    private static let nightly: [CommandEntry] = [
        .session(ExpiryRun.self), .session(ExpiryPreview.self), .read(ExpiryHistory.self),
        .read(NoticeList.self), .write(NoticeAck.self), .write(NoticeSnooze.self),
    ]

    private static let events: [CommandEntry] = [
        .read(EventList.self), .session(EventWatch.self), .session(Watch.self),
        .read(AuditVerify.self),
    ]

    private static let transfer: [CommandEntry] = [
        .session(Import.self), .session(Export.self),
    ]

    private static let accounts: [CommandEntry] = [
        .write(AccountAdd.self), .read(AccountShow.self), .read(AccountList.self),
        .write(AccountAmend.self), .write(AccountDisable.self), .write(AccountEnable.self),
        .write(AccountPassword.self), .write(AccountToken.self), .read(TokenList.self),
        .write(TokenRevoke.self),
    ]

    /// The grammar of all of them.
    package static let grammar = Grammar(rows.map(\.spec))

    static let entries: [String: CommandEntry] = Dictionary(
        rows.map { ($0.spec.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The commands that the account may call: it sees no others.
    static func visible(to account: Account) -> [CommandSpec] {
        rows.filter { account.belongs(to: $0.audience) }.map(\.spec)
    }

    static func isVisible(_ spec: CommandSpec, to account: Account) -> Bool {
        entries[spec.name].map { account.belongs(to: $0.audience) } ?? false
    }
}
