/// A command as data lines: what `describe` answers, and what a shell completes from.
///
/// One `* command` line, then one `* argument` line per argument, in text as in JSON:
///
///     * command words="licence show" summary="…" write=no takes-words=no example="…"
///     * argument command="licence show" name=licence subject=yes required=yes list=no type=id …
extension CommandSpec {
    package var describeLines: [DataLine] {
        [commandLine] + allArguments.map { $0.describeLine(of: self) }
    }

    private var commandLine: DataLine {
        var line = DataLine("command")
        line.add("words", text: name)
        line.add("summary", text: summary)
        line.add("write", boolean: isWrite)
        line.add("takes-words", boolean: takesWords)
        line.add("example", text: example)
        return line
    }
}

extension ArgumentSpec {
    fileprivate func describeLine(of command: CommandSpec) -> DataLine {
        var line = DataLine("argument")
        line.add("command", text: command.name)
        line.add("name", word: name)
        line.add("subject", boolean: isSubject)
        line.add("required", boolean: isRequired)
        line.add("list", boolean: type.isList)
        line.add("may-be-empty", boolean: allowsEmpty)
        line.add("type", word: type.element.symbol)
        line.add("choices", list: type.element.choices)
        line.add("things", list: type.element.things)
        line.add("letters", list: type.element.letters)
        line.add("least", integer: type.element.least)
        line.add("most", integer: type.element.most)
        line.add("want", text: want)
        line.add("summary", text: summary)
        return line
    }
}

extension ArgumentType {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// What the elements of a list are; of anything else the type itself.
    fileprivate var element: ArgumentType {
        if case .list(let element) = self { element } else { self }
    }

    /// The type's name on the wire. Part of the contract with shells: never renamed.
    package var symbol: String {
        switch self {
        case .text: "text"
        case .form: "form"
        case .externalID: "external-id"
        case .email: "email"
        case .integer: "integer"
        case .span: "span"
        case .halfDays: "half-days"
        case .date: "date"
        case .boolean: "boolean"
        case .choice: "choice"
        case .id, .anyID: "id"
        case .programme: "programme"
        case .country: "country"
        case .language: "language"
        case .word: "word"
        case .requestToken: "request-token"
        case .list: "list"
        }
    }

    /// The values that can be, where they are few.
    fileprivate var choices: [String]? {
        switch self {
        case .choice(let choices): choices
        case .boolean: ["yes", "no"]
        case .date: [Self.today]
        default: nil
        }
    }

    private var kinds: [IDKind]? {
        switch self {
        case .id(let kind): [kind]
        case .anyID(let kinds): kinds
        default: nil
        }
    }

    /// What an id may name: `organisation`.
    fileprivate var things: [String]? { kinds?.map(\.rawValue) }

    fileprivate var letters: [String]? { kinds?.map(\.letter) }

    private var bounds: ClosedRange<Int>? {
        switch self {
        case .integer(let range), .span(let range): range
        default: nil
        }
    }

    /// The smallest number taken; nil where there is no bound to tell.
    fileprivate var least: Int? { bounds.map(\.lowerBound).flatMap { $0 == Int.min ? nil : $0 } }

    /// The greatest number taken; nil where there is no bound to tell.
    fileprivate var most: Int? { bounds.map(\.upperBound).flatMap { $0 == Int.max ? nil : $0 } }
}
