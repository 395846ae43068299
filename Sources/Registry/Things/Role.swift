/// What a certification authorises a person to do in a programme.
package enum Role: String, Hashable, CaseIterable, Sendable {
    /// Leads workshops.
    case leader
    /// Trains leaders.
    case masterTrainer = "master-trainer"
}

/// The kinds of training that the registry keeps.
package enum TrainingKind: String, Hashable, CaseIterable, Sendable {
    /// Makes a leader.
    case leader
    /// Makes a leader of another programme into a leader of this one (S2).
    case cross
    /// Makes a leader into a master trainer.
    case master
    /// Starts a leader's clock anew.
    case refresher
    /// Tells of changes to the programme; moves no clock.
    case update

    /// The role that a passed training of this kind grants, if any.
    package var grants: Role? {
        switch self {
        case .leader, .cross, .refresher: return .leader
        case .master: return .masterTrainer
        case .update: return nil
        }
    }
}
