/// What a `LineFramer` finds in a stream of bytes.
package enum Framed: Sendable, Hashable {
    /// A line without its end: UTF-8, within the limit, no control character but TAB.
    case line([UInt8])
    case tooLong
    case notUTF8
    case controlCharacter

    /// The error to answer with; nil for a good line.
    package func error(tag: String?) -> ProtocolError? {
        switch self {
        case .line: nil
        case .tooLong: ProtocolError(.lineTooLong, tag: tag)
        case .notUTF8: ProtocolError(.notUTF8, tag: tag)
        case .controlCharacter: ProtocolError(.controlCharacter, tag: tag)
        }
    }
}
