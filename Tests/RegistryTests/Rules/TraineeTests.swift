import Registry
import Testing

@Suite("May this person attend")
struct TraineeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var kind: TrainingKind
        var person: PersonRecord?
        var codes: [RuleCode]
    }

    private static let leader = PersonRecord.person(8).passed(.leader, in: "CPSMP", "2025-03-02")

    static let cases = [
        Case(
            testDescription: "unknown, cross", kind: .cross, person: nil,
            codes: [.prerequisiteMissing]),
        Case(
            testDescription: "trained before, cross", kind: .cross,
            person: .person(8).passed(.leader, in: "CDSMP", "2026-03-01"), codes: []),
        Case(testDescription: "unknown, master", kind: .master, person: nil, codes: [.notALeader]),
        Case(testDescription: "leader, master", kind: .master, person: leader, codes: []),
        Case(
            testDescription: "unknown, refresher", kind: .refresher, person: nil,
            codes: [.neverTrained]),
        Case(
            testDescription: "leader, refresher", kind: .refresher, person: leader,
            codes: [.refresherTooEarly]),
        Case(
            testDescription: "unknown, update", kind: .update, person: nil,
            codes: [.neverTrained]),
        Case(
            testDescription: "everything at once", kind: .refresher,
            person: .person(8).passed(.refresher, in: "CPSMP", "2026-03-01", "2026-03-02")
                .revoked(.leader, in: "CPSMP", on: "2026-03-02"),
            codes: [
                .refresherTooEarly, .refresherRepeated, .certificationRevoked, .duplicateTraining,
            ]),
    ]

    @Test("CPSMP on 2026-03-02", arguments: cases)
    func judge(_ example: Case) {
        let judgement = TraineeRequest(
            person: PersonID(8), programme: Catalogue.cpsmp, kind: example.kind,
            on: day("2026-03-02")
        ).judge(record: example.person, programmes: Catalogue.byCode, policy: .shipped)
        #expect(judgement.codes == example.codes)
        #expect(judgement.isAllowed == example.codes.isEmpty)
        #expect(judgement.reasons.allSatisfy { $0.person == PersonID(8) })
    }
}
