/// A training or a workshop that the registry keeps, as it can be judged anew.
package enum KeptCourse: Hashable, Sendable {
    case training(TrainingID, TrainingRequest)
    case workshop(WorkshopID, WorkshopRequest)

    package var id: CourseID {
        switch self {
        case .training(let id, _): .training(id)
        case .workshop(let id, _): .workshop(id)
        }
    }

    package var programme: ProgrammeCode {
        switch self {
        case .training(_, let request): request.programme.code
        case .workshop(_, let request): request.programme.code
        }
    }

    /// Everyone whom its rules ask about.
    package var people: Set<PersonID> {
        switch self {
        case .training(_, let request): request.attendees.union(request.trainers)
        case .workshop(_, let request): Set(request.leaders)
        }
    }

    /// Those whose standing hangs on it.
    package var actors: Set<PersonID> {
        switch self {
        case .training(_, let request): Set(request.passed + request.trainers)
        case .workshop(_, let request): Set(request.leaders)
        }
    }

    /// The day from which it counts: the last one.
    package var countsFrom: CivilDate {
        switch self {
        case .training(_, let request): request.last
        case .workshop(_, let request): request.last
        }
    }
}

extension KeptFacts {
    /// The rules that a course breaks by these facts, judged as when it was recorded: by the same
    /// functions, on its own days, with what it gave itself left out.
    func broken(_ course: KeptCourse) -> [Reason] {
        let records = Dictionary(
            uniqueKeysWithValues: course.people.compactMap { person in
                people[person].map { (person, $0.leavingOut([course.id])) }
            })
        switch course {
        case .training(_, let request):
            return request.judge(
                people: records, programmes: programmes, policy: policy, today: .last,
                leaderTrainingsThisLicenceYear: 0
            ).judgement.reasons
        case .workshop(_, let request):
            return request.judge(
                people: records, policy: policy, today: .last, workshopsThisLicenceYear: 0
            ).judgement.reasons
        }
    }
}

extension PersonRecord {
    /// The same person as if these courses had not been.
    package func leavingOut(_ courses: Set<CourseID>) -> PersonRecord {
        var rest = self
        for code in programmes.keys {
            rest.programmes[code]?.passed.removeAll { passed in
                passed.training.map { courses.contains(.training($0)) } ?? false
            }
            rest.programmes[code]?.activities.removeAll { activity in
                activity.course.map(courses.contains) ?? false
            }
        }
        return rest
    }
}
