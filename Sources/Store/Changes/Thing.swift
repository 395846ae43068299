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
        }
    }
}
