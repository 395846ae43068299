/// Writes reply lines, each with its LF.
package struct ReplyEncoder: Sendable {
    package var format: ReplyFormat

    package init(format: ReplyFormat) {
        self.format = format
    }

    /// Writes a data line.
    package func encode(_ line: DataLine, tag: String?, into bytes: inout [UInt8]) {
        switch format {
        case .text: TextReply.append(line, tag: tag, to: &bytes)
        case .json: JSONReply.append(line, tag: tag, to: &bytes)
        }
        bytes.append(.lineFeed)
    }

    /// Writes a final line.
    package func encode(_ final: Final, tag: String?, into bytes: inout [UInt8]) {
        switch format {
        case .text: TextReply.append(final, tag: tag, to: &bytes)
        case .json: JSONReply.append(final, tag: tag, to: &bytes)
        }
        bytes.append(.lineFeed)
    }

    /// Writes the line that asks the client to go on.
    package func encode(_ continuation: Continuation, into bytes: inout [UInt8]) {
        switch format {
        case .text: TextReply.append(continuation, to: &bytes)
        case .json: JSONReply.append(continuation, to: &bytes)
        }
        bytes.append(.lineFeed)
    }

    /// Writes the end of the greeting, `OK ready`: the one final line with a bare word.
    package func encodeReady(into bytes: inout [UInt8]) {
        switch format {
        case .text: bytes.append(contentsOf: "OK ready\n".utf8)
        case .json: encode(.ok, tag: nil, into: &bytes)
        }
    }
}
