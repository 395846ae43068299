import AdminProtocol
import Registry

/// What `programme define` takes.
extension ProgrammeDefine {
    /// What is held, in how many sessions, and by whom.
    static let courseArguments = [
        ArgumentSpec("code", .programme, isRequired: true, isSubject: true, "its code"),
        ArgumentSpec("title", .text, isRequired: true, "its title"),
        ArgumentSpec(
            "sessions", .form("a number such as 6, or a range such as 6-12 or 12-"),
            isRequired: true, "how many sessions"),
        ArgumentSpec("minutes", .integer(1...1_440), "of a session"),
        ArgumentSpec(
            "total-minutes", .integer(1...1_000_000),
            "the fewest in all that make a workshop of it (none)"),
        ArgumentSpec(
            "modes", .list(of: .form("a mode such as in-person:8-16 or toolkit:3-5:1")),
            isRequired: true, "name, group size, leaders where not the programme's"),
        ArgumentSpec("leaders", .integer(1...100), "who lead a workshop (2)"),
        ArgumentSpec("peers", .integer(0...100), "how many of them live with it (0)"),
        ArgumentSpec(
            "professions", .list(of: .word), "who deliver it, in place of leaders"),
    ]

    /// What an organisation needs in order to offer it and to train in it.
    static let organisationArguments = [
        ArgumentSpec(
            "licence-types", .list(of: .choice(LicenceType.allCases.map(\.rawValue))),
            allowsEmpty: true, "the types of licence accepted (none needed)"),
        ArgumentSpec(
            "min-leaders", .integer(0...1_000), "leaders an organisation needs (2)"),
        ArgumentSpec(
            "min-master-trainers", .integer(0...1_000),
            "master trainers it needs to train its own (2)"),
    ]

    /// How people are trained in it.
    static let trainingArguments = [
        ArgumentSpec(
            "formats", .list(of: .form("a format such as leader/standard:4")),
            allowsEmpty: true, "kind, name and days of its trainings (none)"),
        ArgumentSpec(
            "needs", .list(of: .programme), allowsEmpty: true,
            "programmes of which one must be passed before"),
    ]
}
