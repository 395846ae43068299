/// A line that was not understood. Becomes a `BAD` reply.
package struct ProtocolError: Error, Sendable, Hashable {
    package var code: BadCode
    /// The argument that is at fault, where one is.
    package var argument: String?
    /// What the argument takes.
    package var want: String?
    /// The nearest known command or argument.
    package var didYouMean: String?
    /// A sentence that says what to do. Never holds the value at fault, which may be personal.
    package var message: String
    /// The tag of the line, where one could be read.
    package var tag: String?

    package init(
        _ code: BadCode, argument: String? = nil, want: String? = nil, didYouMean: String? = nil,
        message: String? = nil, tag: String? = nil
    ) {
        self.code = code
        self.argument = argument
        self.want = want
        self.didYouMean = didYouMean
        self.message = message ?? code.sentence
        self.tag = tag
    }

    package static func syntax(_ message: String) -> ProtocolError {
        ProtocolError(.syntax, message: message)
    }

    /// The error for a value that the argument does not take.
    ///
    /// Example: `bad-value argument=country want="a country's two capital letters …"`.
    package static func badValue(_ argument: String, want: String) -> ProtocolError {
        ProtocolError(
            .badValue, argument: argument, want: want, message: "\(argument) must be \(want).")
    }

    package static func missing(_ argument: String, want: String) -> ProtocolError {
        ProtocolError(
            .missingArgument, argument: argument, want: want,
            message: "\(argument)= is missing: \(want).")
    }

    /// The same error under a tag.
    package func tagged(_ tag: String?) -> ProtocolError {
        var error = self
        error.tag = tag
        return error
    }

    /// The final line that says it.
    package var final: Final {
        var fields: [Field] = []
        if let argument { fields.append(Field("argument", .word(argument))) }
        if let want { fields.append(Field("want", .text(want))) }
        if let didYouMean { fields.append(Field("did-you-mean", .text(didYouMean))) }
        return .bad(code: code.rawValue, fields: fields, message: message, retry: false)
    }
}

extension BadCode {
    /// What to do, where nothing more is known.
    fileprivate var sentence: String {
        switch self {
        case .syntax: "The line does not fit the grammar. Send help to see the commands."
        case .lineTooLong:
            "A line may have \(ProtocolLimits.maxLine) bytes with its end. This one was skipped."
        case .notUTF8: "Lines are UTF-8. This one is not and was skipped."
        case .controlCharacter: "Write \\n and \\t in quotes. Other control characters are refused."
        case .unknownCommand: "There is no such command. Send help to see them."
        case .unknownArgument: "The command has no such argument."
        case .missingArgument: "An argument is missing."
        case .badValue: "A value is not of the kind that its argument takes."
        case .duplicateArgument: "An argument is given twice."
        }
    }
}
