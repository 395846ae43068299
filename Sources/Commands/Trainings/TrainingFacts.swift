import AdminProtocol
import Registry
import Store

/// A training as it is asked for, with what decides about it.
struct TrainingFacts: Sendable {
    var course: CourseFacts
    var request: TrainingRequest
    var waiver: Waiver
    var externalID: String?
    /// What a file tells beside it, and whom and what it thereby names.
    var history = CourseHistory()
    var id = TrainingID(0)
    var licence: LicenceID?
    var expected: [PersonID] = []

    /// A trainer records what this trainer gave.
    var reach: Reach { Reach(givenBy: request.trainers) }

    /// Judges the training as one that was given.
    func recorded(
        skippingRefused: Bool, _ context: Context
    ) throws(Refusal) -> JudgedTraining {
        try judged(skippingRefused, context) { request in
            request.judge(
                people: course.people, programmes: course.programmes, policy: course.policy,
                today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        }
    }

    /// Judges the training as one that is to be given.
    func scheduled(
        skippingRefused: Bool, _ context: Context
    ) throws(Refusal) -> JudgedTraining {
        var judged = try judged(skippingRefused, context) { request in
            request.judgeAhead(
                people: course.people, programmes: course.programmes, policy: course.policy,
                today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        }
        judged.row.state = .scheduled
        (judged.row.expected, judged.row.passed) = (judged.row.passed, [])
        return judged
    }

    private func judged(
        _ skippingRefused: Bool, _ context: Context, by judge: (TrainingRequest) -> TrainingVerdict
    ) throws(Refusal) -> JudgedTraining {
        try waiver.demandAllowed(by: course.policy, on: request.first, context)
        var refusal: [Reason] = []
        let allowed = request.allowed(
            skippingRefused: skippingRefused, refusal: &refusal, by: judge)
        let asFound = allowed == nil ? try context.settle(refusal) : []
        let request = allowed?.request ?? request
        let verdict = allowed?.verdict ?? judge(request)
        var row = row(of: request, verdict)
        row.isAsFound = !asFound.isEmpty
        return JudgedTraining(
            row: row, warnings: waiver.warnings(of: verdict.judgement),
            refused: allowed?.refused ?? [], asFound: asFound)
    }

    /// The training as a file says that it was, under whatever rules it was judged then.
    func trusted(_ context: Context) throws(Refusal) -> TrainingRow {
        if request.span.isEmpty { throw .rules([.datesInvalid(request.span)]) }
        let verdict = request.judge(
            people: course.people, programmes: course.programmes, policy: course.policy,
            today: context.today, leaderTrainingsThisLicenceYear: course.used.trainings)
        var row = row(of: request, verdict)
        row.id = id
        row.format = request.format ?? row.format
        row.licence = licence
        row.expected = expected
        row.state = history.state
        row.isAsFound = history.isAsFound
        row.waived = history.waived
        return row
    }

    private func row(of request: TrainingRequest, _ verdict: TrainingVerdict) -> TrainingRow {
        var row = TrainingRow(
            programme: request.programme.code, kind: request.kind,
            format: verdict.format ?? "standard", days: verdict.days, span: request.span,
            organisation: request.organisation.id)
        row.language = request.language
        row.licence = verdict.licence
        row.externalID = externalID
        row.waived = verdict.judgement.waivedCodes
        row.trainers = Set(request.trainers).sorted()
        row.passed = Set(request.passed).sorted()
        row.failed = Set(request.failed).sorted()
        return row
    }
}

/// A training that is allowed, as it is to be kept.
struct JudgedTraining: Sendable {
    var row: TrainingRow
    var warnings: [Reason]
    /// What refuses the attendees who were left out.
    var refused: [Reason]
    /// The rules that were set aside for a record of the past.
    var asFound: [Reason]

    func decision(_ change: (TrainingRow) -> Change) -> Decision {
        Decision(change(row), warnings: warnings, refused: refused, asFound: asFound)
    }
}
