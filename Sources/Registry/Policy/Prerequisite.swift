/// What one must have been trained in before being trained in the programme.
package struct Prerequisite: Hashable, Sendable, PolicyEntry {
    package var id: PolicyID
    /// Programmes of which one suffices.
    package var alternatives: [ProgrammeCode]
    /// Whether the person must also be authorised on the first day (`standing=current`).
    package var mustBeCurrent: Bool
    package var effective: DateSpan
    package var source: String

    package init(
        id: PolicyID = PolicyID(0), alternatives: [ProgrammeCode], mustBeCurrent: Bool,
        effective: DateSpan, source: String = ""
    ) {
        self.id = id
        self.alternatives = alternatives
        self.mustBeCurrent = mustBeCurrent
        self.effective = effective
        self.source = source
    }

    /// Of two rows of one programme that name the same alternatives the later one governs; rows
    /// that name others ask for more.
    package func supersedes(_ other: Self) -> Bool {
        Set(alternatives) == Set(other.alternatives) && isLater(than: other)
    }
}
