import AdminProtocol

/// A small table with every kind of argument, near to the real one.
enum SampleGrammar {
    static let commands: [CommandSpec] = [
        CommandSpec(["ping"], "Answers OK.", example: "ping"),
        CommandSpec(
            ["help"], "Says what there is.", takesWords: true, example: "help licence grant"),
        CommandSpec(
            ["format"], "Switches the form of replies.",
            arguments: [
                ArgumentSpec(
                    "format", .choice(["text", "json"]), isRequired: true, isSubject: true,
                    "the form")
            ], example: "format json"),
        CommandSpec(
            ["organisation", "add"], "Adds an organisation.",
            arguments: [
                ArgumentSpec("name", .text, isRequired: true, isSubject: true, "its legal name"),
                ArgumentSpec("country", .country, isRequired: true, "where it is"),
                ArgumentSpec("contact", .email, "whom to write to"),
                ArgumentSpec("external-id", .externalID, "its id elsewhere"),
            ], isWrite: true, example: #"organisation add name="Pain Alliance West" country=IE"#),
        CommandSpec(
            ["licence", "show"], "Shows a licence.",
            arguments: [
                ArgumentSpec(
                    "licence", .id(.licence), isRequired: true, isSubject: true, "the licence")
            ], example: "licence show L-1"),
        CommandSpec(
            ["licence", "list"], "Lists licences.",
            arguments: [
                ArgumentSpec("about", .anyID([.organisation, .person]), isSubject: true, "whose")
            ] + ArgumentSpec.paging, example: "licence list O-1 limit=10"),
        CommandSpec(
            ["licence", "amend"], "Amends a licence.",
            arguments: [
                ArgumentSpec(
                    "licence", .id(.licence), isRequired: true, isSubject: true, "the licence"),
                ArgumentSpec("until", .date, allowsEmpty: true, "its last day"),
                ArgumentSpec("language", .language, allowsEmpty: true, "its language"),
            ], isWrite: true, changesExisting: true, example: #"licence amend L-1 until="""#),
        CommandSpec(["check"], "Is a group's first word and a command too.", example: "check"),
        CommandSpec(
            ["check", "organisation"], "Says what an organisation may do.",
            arguments: [
                ArgumentSpec(
                    "organisation", .id(.organisation), isRequired: true, isSubject: true, "which")
            ], example: "check organisation O-1"),
        CommandSpec(
            ["training", "record"], "Records a training.",
            arguments: [
                ArgumentSpec("programme", .programme, isRequired: true, isSubject: true, "what"),
                ArgumentSpec("kind", .choice(["leader", "cross"]), isRequired: true, "which kind"),
                ArgumentSpec("from", .date, isRequired: true, "its first day"),
                ArgumentSpec("days", .halfDays, "how long"),
                ArgumentSpec("passed", .list(of: .id(.person)), allowsEmpty: true, "who passed"),
                ArgumentSpec("needs", .list(of: .programme), "alternatives"),
                ArgumentSpec("sessions", .span(1...99), "how many sessions"),
                ArgumentSpec("minutes", .integer(0...600), "how long each is"),
                ArgumentSpec("roles", .list(of: .choice(["leader", "cross"])), "which roles"),
                ArgumentSpec("professions", .list(of: .word), "by symbol"),
                ArgumentSpec("modes", .form("modes such as virtual:8-12"), "how it is given"),
                ArgumentSpec("waived", .boolean, "whether rules are waived"),
                ArgumentSpec("reason", .text, isRequired: true, "a reason, asked for here"),
            ], isWrite: true,
            example: "training record CPSMP kind=cross from=2026-03-02 passed=P-7 reason=x"),
    ]

    static let grammar = Grammar(commands)

    static func request(_ line: String) throws(ProtocolError) -> Request {
        try grammar.match(RequestLine(parsing: line.utf8))
    }

    static func error(_ line: String) -> ProtocolError? {
        do throws(ProtocolError) {
            _ = try request(line)
            return nil
        } catch {
            return error
        }
    }
}
