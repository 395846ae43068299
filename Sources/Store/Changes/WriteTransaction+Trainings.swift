import Postgres
import Registry
import Schema

extension WriteTransaction {
    func record(_ training: TrainingRow) async throws -> Thing {
        let id: TrainingID = try await made(
            SQL.trainingAdd, training.id.given, training.programme.text, training.kind.rawValue,
            training.format,
            training.days.count, training.span.from.postgres,
            (training.span.until ?? training.span.from).postgres, training.organisation.number,
            training.language, training.licence?.number, training.externalID,
            training.state == .scheduled, training.isAsFound, training.state == .void)
        try await pass([training.id.number], of: "training")
        try await run(Self.parts(of: training, as: id))
        try await credit(training)
        return .training(id)
    }

    /// What was scheduled, as it was given.
    func complete(_ training: TrainingRow) async throws -> Thing {
        let id = training.id
        try await run(
            [
                Query(
                    SQL.trainingComplete, id.number, training.format, training.days.count,
                    training.span.from.postgres,
                    (training.span.until ?? training.span.from).postgres,
                    training.organisation.number, training.language, training.licence?.number),
                Query(SQL.trainingTrainersClear, id.number),
                Query(SQL.trainingAttendeesClear, id.number),
            ] + Self.parts(of: training, as: id))
        try await credit(training)
        return .training(id)
    }

    func void(_ training: TrainingRow) async throws -> Thing {
        try await run([Query(SQL.trainingVoid, training.id.number)])
        try await recomputeStanding(
            of: Set(training.trainers + training.passed), in: training.programme)
        return .training(training.id)
    }

    /// What is kept of it beside its row.
    private static func parts(of training: TrainingRow, as id: TrainingID) -> [Query] {
        [
            Query(SQL.trainingTrainersAdd, id.number, training.trainers.map(\.number)),
            Query(SQL.trainingAttendeesAdd, id.number, training.passed.map(\.number), true),
            Query(SQL.trainingAttendeesAdd, id.number, training.failed.map(\.number), false),
            Query(
                SQL.trainingAttendeesAdd, id.number, training.expected.map(\.number), Bool?.none),
            Query(SQL.trainingWaive, id.number, training.waived.map(\.rawValue)),
        ]
    }

    /// Gives its people what a training that was given gives.
    private func credit(_ training: TrainingRow) async throws {
        guard training.state != .scheduled, !training.isAsFound else { return }
        if let role = training.kind.grants {
            // One that is void was there before, and what it gave is known by its number still.
            try await certify(training.passed, training.programme, role)
        }
        guard training.state == .recorded else { return }
        try await recomputeStanding(
            of: Set(training.trainers + training.passed), in: training.programme)
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
