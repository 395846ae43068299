import Postgres
package import Registry
import Schema

extension Snapshot {
    /// All that the rules ask about these people, in every programme, for a rule may reach from one
    /// to another; people that do not exist are left out. One round trip.
    package func personRecords(
        of people: [PersonID]
    ) async throws -> [PersonID: PersonRecord] {
        let numbers = people.map(\.number)
        let results = try await transaction.pipeline([
            Query(SQL.personFacts, numbers), Query(SQL.passedTrainings, numbers),
            Query(SQL.activities, numbers), Query(SQL.certificationMarks, numbers),
        ])
        var records: [PersonID: PersonRecord] = [:]
        for row in results[0].rows {
            var columns = Columns(row)
            let id: PersonID = try columns.id()
            let professions = Set(try columns.value([String].self))
            records[id] = PersonRecord(
                id: id, peerFor: Set(try columns.codes()), professions: professions,
                programmes: [:])
        }
        for row in results[1].rows { try records.add(passed: row) }
        for row in results[2].rows { try records.add(activity: row) }
        for row in results[3].rows { try records.add(marks: row) }
        return records
    }
}

extension [PersonID: PersonRecord] {
    fileprivate mutating func add(passed row: Row) throws {
        var columns = Columns(row)
        let person: PersonID = try columns.id()
        let programme = try columns.code()
        let kind: TrainingKind = try columns.word()
        let span = try columns.span()
        let passed = PassedTraining(kind: kind, span: span, training: try columns.optionalID())
        self[person]?.programmes[programme, default: ProgrammeRecord()].passed.append(passed)
    }

    fileprivate mutating func add(activity row: Row) throws {
        var columns = Columns(row)
        let person: PersonID = try columns.id()
        let programme = try columns.code()
        let isWorkshop = try columns.value(String.self) == "workshop"
        let number = try columns.value(Int64.self)
        let detail = try columns.value(String.self)
        let what: Activity.What
        let course: CourseID
        if isWorkshop {
            what = .workshop(mode: detail)
            course = .workshop(WorkshopID(number))
        } else if let kind = TrainingKind(rawValue: detail) {
            what = .training(kind)
            course = .training(TrainingID(number))
        } else {
            throw StoreError.unreadable("kind of training")
        }
        let activity = Activity(date: try columns.date(), what: what, course: course)
        self[person]?.programmes[programme, default: ProgrammeRecord()].activities.append(activity)
    }

    fileprivate mutating func add(marks row: Row) throws {
        var columns = Columns(row)
        let person: PersonID = try columns.id()
        let programme = try columns.code()
        let role: Role = try columns.word()
        let revokedOn = try columns.optionalDate()
        let marks = CertificationMarks(suspensions: try columns.spans(), revokedOn: revokedOn)
        self[person]?.programmes[programme, default: ProgrammeRecord()].marks[role] = marks
    }
}
