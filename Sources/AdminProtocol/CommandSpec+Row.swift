extension CommandSpec {
    /// A row of a file as a request of this command: the cells by the names of its arguments.
    ///
    /// - Parameter line: the line that asked for the file.
    /// - Throws: `missing-argument` or `bad-value`; `unknown-argument` for a name that the command
    ///   does not have.
    package func request(
        _ cells: [String: String], line: RequestLine
    ) throws(ProtocolError) -> Request {
        for name in cells.keys where argument(name) == nil {
            throw ProtocolError(.unknownArgument, argument: name)
        }
        for spec in arguments {
            guard let value = cells[spec.name] else {
                if spec.isRequired, !spec.allowsEmpty {
                    throw .missing(spec.name, want: spec.want)
                }
                continue
            }
            guard spec.accepts(value) else { throw .badValue(spec.name, want: spec.want) }
        }
        return Request(line: line, command: self, arguments: cells)
    }
}
