/// A training or a workshop, whichever.
package enum CourseID: Hashable, Sendable, CustomStringConvertible {
    case training(TrainingID)
    case workshop(WorkshopID)

    package var description: String {
        switch self {
        case .training(let id): id.description
        case .workshop(let id): id.description
        }
    }
}

extension CourseID: Comparable {
    /// Trainings before workshops, then by number.
    package static func < (left: CourseID, right: CourseID) -> Bool {
        switch (left, right) {
        case (.training(let left), .training(let right)): left < right
        case (.workshop(let left), .workshop(let right)): left < right
        case (.training, .workshop): true
        case (.workshop, .training): false
        }
    }
}
