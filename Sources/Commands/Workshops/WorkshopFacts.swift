import AdminProtocol
import Registry
import Store

/// A workshop as it is asked for, with what decides about it.
struct WorkshopFacts: Sendable {
    var course: CourseFacts
    var request: WorkshopRequest
    var waiver: Waiver
    var site: String?
    var externalID: String?
    /// What a file tells beside it, and what it thereby names.
    var history = CourseHistory()
    var id = WorkshopID(0)
    var licence: LicenceID?

    /// A trainer records what this trainer led, a coordinator what the own people led.
    var reach: Reach {
        Reach(
            givenBy: request.leaders, at: request.organisation.id,
            naming: request.leaders.map { .person($0) })
    }

    /// Judges the workshop as one that was held.
    func recorded(_ context: Context) throws(Refusal) -> JudgedWorkshop {
        try judged(
            context,
            request.judge(
                people: course.people, policy: course.policy, today: context.today,
                workshopsThisLicenceYear: course.used.workshops))
    }

    /// Judges the workshop as one that is to be held.
    func scheduled(_ context: Context) throws(Refusal) -> JudgedWorkshop {
        var judged = try judged(
            context,
            request.judgeAhead(
                people: course.people, policy: course.policy, today: context.today,
                workshopsThisLicenceYear: course.used.workshops))
        judged.row.state = .scheduled
        return judged
    }

    private func judged(
        _ context: Context, _ verdict: WorkshopVerdict
    ) throws(Refusal) -> JudgedWorkshop {
        try waiver.demandAllowed(by: course.policy, on: request.first, context)
        let asFound = try context.settle(verdict.judgement.reasons)
        var row = row
        row.minutes = row.minutes ?? request.programme.minutes
        row.licence = verdict.licence
        row.isAsFound = !asFound.isEmpty
        row.waived = verdict.judgement.waivedCodes
        return JudgedWorkshop(
            row: row, warnings: waiver.warnings(of: verdict.judgement), asFound: asFound)
    }

    /// The workshop as a file says that it was, under whatever rules it was judged then.
    func trusted() throws(Refusal) -> WorkshopRow {
        if request.span.isEmpty { throw .rules([.datesInvalid(request.span)]) }
        var row = row
        row.id = id
        row.licence = licence
        row.state = history.state
        row.isAsFound = history.isAsFound
        row.waived = history.waived
        return row
    }

    /// What the request says.
    private var row: WorkshopRow {
        var row = WorkshopRow(
            programme: request.programme.code, organisation: request.organisation.id,
            mode: request.mode, span: request.span, sessions: request.sessions)
        row.site = site
        row.language = request.language
        row.minutes = request.minutes
        row.enrolled = request.enrolled
        row.completers = request.completers
        row.externalID = externalID
        row.leaders = Set(request.leaders).sorted()
        return row
    }
}

/// A workshop that is allowed, as it is to be kept.
struct JudgedWorkshop: Sendable {
    var row: WorkshopRow
    var warnings: [Reason]
    /// The rules that were set aside for a record of the past.
    var asFound: [Reason]

    func decision(_ change: (WorkshopRow) -> Change) -> Decision {
        Decision(change(row), warnings: warnings, asFound: asFound)
    }
}
