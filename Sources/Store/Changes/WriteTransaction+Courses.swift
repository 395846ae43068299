import Postgres
import Registry
import Schema

extension WriteTransaction {
    func record(_ training: TrainingRow) async throws -> Thing {
        let id: TrainingID = try await made(
            SQL.trainingAdd, training.programme.text, training.kind.rawValue, training.format,
            training.days.count, training.span.from.postgres,
            (training.span.until ?? training.span.from).postgres, training.organisation.number,
            training.language, training.licence?.number, training.externalID)
        try await run([
            Query(SQL.trainingTrainersAdd, id.number, training.trainers.map(\.number)),
            Query(SQL.trainingAttendeesAdd, id.number, training.passed.map(\.number), true),
            Query(SQL.trainingAttendeesAdd, id.number, training.failed.map(\.number), false),
            Query(SQL.trainingWaive, id.number, training.waived.map(\.rawValue)),
        ])
        if let role = training.kind.grants {
            try await certify(training.passed, training.programme, role)
        }
        try await recomputeStanding(
            of: Set(training.trainers + training.passed), in: training.programme)
        return .training(id)
    }

    func record(_ workshop: WorkshopRow) async throws -> Thing {
        let id: WorkshopID = try await made(
            SQL.workshopAdd, workshop.programme.text, workshop.organisation.number, workshop.site,
            workshop.mode, workshop.language, workshop.span.from.postgres,
            (workshop.span.until ?? workshop.span.from).postgres, workshop.sessions,
            workshop.minutes, workshop.enrolled, workshop.completers, workshop.licence?.number,
            workshop.externalID)
        try await run([
            Query(SQL.workshopLeadersAdd, id.number, workshop.leaders.map(\.number)),
            Query(SQL.workshopWaive, id.number, workshop.waived.map(\.rawValue)),
        ])
        try await recomputeStanding(of: Set(workshop.leaders), in: workshop.programme)
        return .workshop(id)
    }

    func void(_ training: TrainingRow) async throws -> Thing {
        try await run([Query(SQL.trainingVoid, training.id.number)])
        try await recomputeStanding(
            of: Set(training.trainers + training.passed), in: training.programme)
        return .training(training.id)
    }

    func void(_ workshop: WorkshopRow) async throws -> Thing {
        try await run([Query(SQL.workshopVoid, workshop.id.number)])
        try await recomputeStanding(of: Set(workshop.leaders), in: workshop.programme)
        return .workshop(workshop.id)
    }

    func certify(
        _ people: [PersonID], _ programme: ProgrammeCode, _ role: Role
    ) async throws {
        try await run([
            Query(
                SQL.certificationsAdd, people.map(\.number), programme.text, role.rawValue)
        ])
    }
}
