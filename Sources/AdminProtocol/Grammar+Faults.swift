extension Grammar {
    /// What is wrong with the table itself: words that repeat or are malformed, arguments that
    /// repeat, more than one subject, an example that the table does not take. For tests: at run
    /// time the table is served as it is.
    package var faults: [String] {
        var names: Set<String> = []
        var faults: [String] = []
        for command in commands {
            if !names.insert(command.name).inserted { faults.append("\(command.name): repeated") }
            faults += command.faults.map { "\(command.name): \($0)" }
            if !takesExample(of: command) { faults.append("\(command.name): example") }
        }
        return faults
    }

    private func takesExample(of command: CommandSpec) -> Bool {
        guard let line = try? RequestLine(parsing: command.example.utf8),
            let request = try? match(line)
        else { return false }
        return request.command.words == command.words
    }
}

extension CommandSpec {
    fileprivate var faults: [String] {
        var faults: [String] = []
        if !(1...ProtocolLimits.maxCommandWords).contains(words.count) { faults.append("words") }
        for word in words where !word.utf8.isName || word != word.lowercased() {
            faults.append("word \(word)")
        }
        var names: Set<String> = []
        for argument in allArguments {
            if !argument.name.utf8.isName { faults.append("argument \(argument.name)") }
            if !names.insert(argument.name).inserted { faults.append("\(argument.name) repeated") }
        }
        if arguments.filter(\.isSubject).count > 1 { faults.append("subjects") }
        if takesWords && !(arguments.isEmpty && !isWrite) { faults.append("words and arguments") }
        if changesExisting && !isWrite { faults.append("changes but does not write") }
        return faults
    }
}
