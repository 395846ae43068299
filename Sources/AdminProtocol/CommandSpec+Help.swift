/// A command as a person reads it: what `help` answers.
extension CommandSpec {
    /// The command's shape on one line: `licence show LICENCE`, optional arguments in brackets.
    package var usage: String {
        let own = arguments.map { argument in
            let text =
                argument.isSubject
                ? argument.name.uppercased() : argument.name + "=" + argument.hint
            return argument.isRequired ? text : "[\(text)]"
        }
        let tail = takesWords ? ["[WORD …]"] : []
        return ([name] + own + tail).joined(separator: " ")
    }

    /// Usage, sentence, one line per argument, what every write takes, an example.
    package var help: [String] {
        var lines = [usage, summary]
        lines += arguments.map(\.helpLine)
        if isWrite {
            let shared = allArguments.dropFirst(arguments.count).map { "\($0.name)=" }
            lines.append("As every write also: \(shared.joined(separator: " "))")
        }
        lines.append("Example: \(example)")
        return lines
    }

    /// The help as data lines: `* help text="…"`, one per line.
    package var helpLines: [DataLine] {
        help.map { DataLine("help", [Field("text", .text($0))]) }
    }
}

extension Grammar {
    /// What `help` answers for the words after it: all of one command, or one line for each of a
    /// group or of all. Nil where nothing has such words.
    ///
    /// - Parameter isVisible: whether the one who asks may call the command.
    package func help(
        for words: [String], isVisible: (CommandSpec) -> Bool = { _ in true }
    ) -> [DataLine]? {
        let found = commands(under: words).filter(isVisible)
        guard let first = found.first else { return nil }
        if let exact = command(named: words), isVisible(exact) {
            let others = found.filter { $0.words != exact.words }
            return exact.helpLines + others.map(\.overviewLine)
        }
        return found.count == 1 ? first.helpLines : found.map(\.overviewLine)
    }

    /// What `describe` answers for the words after it, the lines of every command under them. Nil
    /// where nothing has such words.
    package func describe(
        _ words: [String], isVisible: (CommandSpec) -> Bool = { _ in true }
    ) -> [DataLine]? {
        let found = commands(under: words).filter(isVisible)
        return found.isEmpty ? nil : found.flatMap(\.describeLines)
    }
}

extension CommandSpec {
    /// One line of the list of commands: `* help command="licence show" summary="…"`.
    fileprivate var overviewLine: DataLine {
        var line = DataLine("help")
        line.add("command", text: name)
        line.add("summary", text: summary)
        return line
    }
}

extension ArgumentSpec {
    fileprivate var helpLine: String {
        let need = isRequired ? "" : " (optional)"
        return "  \(name)\(need): \(summary) – \(want)"
    }

    /// What stands after `name=` in a usage line: the choices where they are few, else the type.
    fileprivate var hint: String {
        switch type {
        case .choice(let choices) where choices.count <= 4: choices.joined(separator: "|")
        case .boolean: "yes|no"
        case .date: "DATE"
        case .list(let element): element.symbol.uppercased() + ",…"
        default: type.symbol.uppercased()
        }
    }
}
