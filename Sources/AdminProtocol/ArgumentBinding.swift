/// The tokens after a command's words, each under the name of its argument.
struct ArgumentBinding {
    private(set) var values: [String: String] = [:]

    /// Names, then what is missing, then values: a misspelt name is told before what it left out.
    init(_ command: CommandSpec, tokens: ArraySlice<Token>) throws(ProtocolError) {
        let specs = command.allArguments
        try refuseSecondBareValue(tokens)
        for token in tokens {
            let name = try Self.name(of: token, command: command, specs: specs)
            guard values.updateValue(token.value, forKey: name) == nil else {
                throw ProtocolError(
                    .duplicateArgument, argument: name,
                    message: "\(name) is given twice. A list is one value, split at commas.")
            }
        }
        for spec in specs where spec.isRequired && values[spec.name] == nil {
            throw .missing(spec.name, want: spec.want)
        }
        for spec in specs {
            guard let value = values[spec.name] else { continue }
            guard spec.accepts(value) else { throw .badValue(spec.name, want: spec.want) }
        }
    }

    private func refuseSecondBareValue(_ tokens: ArraySlice<Token>) throws(ProtocolError) {
        guard tokens.lazy.filter({ $0.key == nil }).dropFirst().isEmpty else {
            throw .syntax(
                "Only one value may stand without a key: say key=value, and quote what has spaces.")
        }
    }

    private static func name(
        of token: Token, command: CommandSpec, specs: [ArgumentSpec]
    ) throws(ProtocolError) -> String {
        guard let key = token.key else {
            guard let subject = command.subject else { throw strayValue(token, command: command) }
            return subject.name
        }
        guard specs.contains(where: { $0.name == key }) else {
            throw unknown(key, command: command, specs: specs)
        }
        return key
    }

    private static func strayValue(_ token: Token, command: CommandSpec) -> ProtocolError {
        let argument = token.isWord ? String(token.value.prefix(ProtocolLimits.maxEcho)) : "value"
        return ProtocolError(
            .unknownArgument, argument: argument,
            message: "\(command.name) takes no value without a key. Quote a value that has spaces.")
    }

    private static func unknown(
        _ key: String, command: CommandSpec, specs: [ArgumentSpec]
    ) -> ProtocolError {
        let names = specs.map(\.name)
        let known = names.isEmpty ? "no arguments" : names.joined(separator: ", ")
        return ProtocolError(
            .unknownArgument, argument: String(key.prefix(ProtocolLimits.maxEcho)),
            didYouMean: Suggestion.near(key, among: names),
            message: "\(command.name) takes \(known).")
    }
}
