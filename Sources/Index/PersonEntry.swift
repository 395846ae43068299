import Registry

/// What the index keeps of a person.
struct PersonEntry {
    var id: PersonID
    /// Who they turned out to be.
    var mergedInto: PersonID?
    /// The number of the set of professions.
    var professions: UInt32
    /// The number of the set of programmes for which they live with the condition.
    var peerFor: UInt32
    var affiliations = PackedRows<AffiliationEntry>.Place()
    var standing = PackedRows<StandingEntry>.Place()
}

struct AffiliationEntry {
    var organisation: OrganisationID
    var span: PackedSpan
}

/// A period of standing; where none contains a day, the person is untrained on it.
struct StandingEntry {
    /// The number of the programme and the role.
    var place: UInt32
    var state: StandingState
    var span: PackedSpan
    var anchor: PackedDay
    var currentUntil: PackedDay

    var standing: Standing {
        Standing(state: state, anchor: anchor.day, currentUntil: currentUntil.day)
    }
}
