import AdminProtocol

/// Makes one request line of the arguments of a program, as protocol.md's grammar wants them.
///
/// A Unix shell has taken off one layer of quotes: `name="Pain Alliance West"` arrives as
/// `name=Pain Alliance West`. This puts the wire's layer on, and leaves alone what already is a
/// token of the wire, so that people who quote for both are right too.
package enum RequestQuoting {
    /// The line, without its LF. One argument that holds spaces is taken as a whole line.
    package static func line(_ arguments: [String]) throws(ShellFailure) -> String {
        if arguments.count == 1, arguments[0].contains(" "), !arguments[0].contains("\n") {
            return try wholeLine(arguments[0])
        }
        var tokens: [String] = []
        for argument in arguments { tokens.append(try token(argument)) }
        return tokens.joined(separator: " ")
    }

    /// One argument as a token: as it is where the wire can read it, else quoted.
    package static func token(_ argument: String) throws(ShellFailure) -> String {
        if let (key, value) = split(argument) {
            return WireText.isBare(String(value)) || isQuoted(value)
                ? argument : "\(key)=\(try quoted(value, in: argument))"
        }
        return WireText.isBare(argument) || isQuoted(argument)
            ? argument : try quoted(argument, in: argument)
    }

    private static func wholeLine(_ text: String) throws(ShellFailure) -> String {
        guard !text.unicodeScalars.contains(where: { isControl($0) && $0 != "\t" }) else {
            throw unsendable(text)
        }
        return text
    }

    /// The key and value of `key=value`; nil where what is before the sign cannot be a key.
    private static func split(_ argument: String) -> (key: Substring, value: Substring)? {
        guard let sign = argument.firstIndex(of: "=") else { return nil }
        let key = argument[..<sign]
        guard let first = key.utf8.first, isLetter(first),
            key.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        return (key, argument[argument.index(after: sign)...])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a value is quoted for the wire from its first character to its last.
    private static func isQuoted(_ value: some StringProtocol) -> Bool {
        var rest = Substring(value).unicodeScalars
        guard rest.popFirst() == "\"", rest.popLast() == "\"" else { return false }
        while let scalar = rest.popFirst() {
            if scalar == "\"" || isControl(scalar) && scalar != "\t" { return false }
            if scalar == "\\" {
                guard let escaped = rest.popFirst(), "\"\\nt".unicodeScalars.contains(escaped)
                else {
                    return false
                }
            }
        }
        return true
    }

    private static func quoted(
        _ value: some StringProtocol, in argument: String
    ) throws(ShellFailure) -> String {
        let sendable = value.unicodeScalars.allSatisfy {
            !isControl($0) || "\n\t".unicodeScalars.contains($0)
        }
        guard sendable else { throw unsendable(argument) }
        var bytes: [UInt8] = []
        WireText.appendQuoted(String(value), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func unsendable(_ argument: String) -> ShellFailure {
        ShellFailure(
            .usage,
            "the argument \(PlainText.of(argument)) holds a control character, which a request "
                + "cannot carry. Take it out; newline and tab are the only ones that can be sent.")
    }
}
