package import Registry

/// A thing of the registry, whatever its kind, as events and replies name it.
package enum Thing: Hashable, Sendable, CustomStringConvertible {
    case programme(ProgrammeCode)
    case policy(PolicyID)
    case organisation(OrganisationID)
    case person(PersonID)
    case licence(LicenceID)
    case training(TrainingID)
    case workshop(WorkshopID)
    case certification(CertificationID)
    case notice(NoticeID)
    case account(AccountID)
    case token(TokenID)

    package var description: String {
        switch self {
        case .programme(let code): return code.text
        case .policy(let id): return id.description
        case .organisation(let id): return id.description
        case .person(let id): return id.description
        case .licence(let id): return id.description
        case .training(let id): return id.description
        case .workshop(let id): return id.description
        case .certification(let id): return id.description
        case .notice(let id): return id.description
        case .account(let id): return id.description
        case .token(let id): return id.description
        }
    }
}

extension Thing {
    /// Its kind in a word, and its number; a programme has a code in its place.
    package var kind: String { named.kind }
    var number: Int64? { named.number }

    private var named: (kind: String, number: Int64?) {
        switch self {
        case .programme: ("programme", nil)
        case .organisation(let id): (OrganisationID.noun, id.number)
        case .person(let id): (PersonID.noun, id.number)
        case .licence(let id): (LicenceID.noun, id.number)
        case .training(let id): (TrainingID.noun, id.number)
        case .workshop(let id): (WorkshopID.noun, id.number)
        case .certification(let id): (CertificationID.noun, id.number)
        case .notice(let id): (NoticeID.noun, id.number)
        case .policy(let id): (PolicyID.noun, id.number)
        case .account(let id): (AccountID.noun, id.number)
        case .token(let id): (TokenID.noun, id.number)
        }
    }
}
