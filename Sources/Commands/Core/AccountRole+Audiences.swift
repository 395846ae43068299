package import Registry

/// The audiences that commands share.
extension Set<AccountRole> {
    /// What anybody may ask.
    package static let everybody = Set(AccountRole.allCases)
    /// Who has logged in.
    package static let everybodyKnown = everybody.subtracting([.public])
    /// Who sees all of the registry.
    package static let readers: Set = [.auditor, .administrator]
    /// Who sees people, trainings and workshops: those who see all, and each its own scope.
    package static let insiders: Set = [.trainer, .coordinator, .auditor, .administrator]
    /// Who sees what an organisation has, and each coordinator what the own one has.
    package static let organisers: Set = [.coordinator, .auditor, .administrator]
}
