import AdminProtocol
import Registry
import Store

extension TrainingRecord: KnownByExternalID {
    static let keptColumns =
        [ArgumentSpec.keptID] + CourseHistory.specs + [
            ArgumentSpec(
                "attendees", .list(of: .id(.person)), "who is to attend it, where it is scheduled")
        ]

    static func thing(_ id: TrainingID) -> Thing { .training(id) }
}

extension WorkshopRecord: KnownByExternalID {
    static let keptColumns = [ArgumentSpec.keptID] + CourseHistory.specs
    static let unexported: Set = ["staff"]

    static func thing(_ id: WorkshopID) -> Thing { .workshop(id) }
}

/// What a file tells of a training or a workshop beside what was said when it was recorded, under
/// the keys of its line.
struct CourseHistory: Sendable {
    static let specs = [
        ArgumentSpec(
            "state", .choice(CourseState.allCases.map(\.rawValue)),
            "scheduled or void, where it is not recorded"),
        ArgumentSpec("as-found", .boolean, "yes: it breaks rules and counts for nobody"),
        ArgumentSpec(
            "waived", .list(of: .choice(RuleCode.allCases.map(\.rawValue))),
            "the rules that were set aside for it"),
        ArgumentSpec("licence", .id(.licence), "the licence that served on the first day"),
    ]

    var state = CourseState.recorded
    var isAsFound = false
    var waived: [RuleCode] = []
    var licence: Reference<LicenceID>?

    /// Nothing beside.
    init() {}

    init(_ request: Request) throws(ProtocolError) {
        state = try request.optionalChoice("state") ?? .recorded
        isAsFound = try request.boolean("as-found")
        waived = try request.choices("waived")
        licence = try request.optionalID("licence")
    }
}
