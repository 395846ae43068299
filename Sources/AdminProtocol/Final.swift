/// The last line of a reply.
package enum Final: Sendable, Hashable {
    /// Done.
    case ok([Field])
    /// Understood and refused, nothing changed.
    case no(code: String, fields: [Field], message: String, retry: Bool)
    /// Not understood, nothing tried.
    case bad(code: String, fields: [Field], message: String, retry: Bool)
    /// The server closes.
    case bye(code: ByeCode, message: String)

    package static var ok: Final { .ok([]) }

    /// A refusal by the protocol; says `retry=yes` where its code allows it.
    package static func no(_ code: NoCode, _ fields: [Field] = [], message: String) -> Final {
        .no(code: code.rawValue, fields: fields, message: message, retry: code.isRetryable)
    }

    /// The first word of the line.
    package var status: String {
        switch self {
        case .ok: "OK"
        case .no: "NO"
        case .bad: "BAD"
        case .bye: "BYE"
        }
    }

    /// The code after the status; `OK` has none.
    package var code: String? {
        switch self {
        case .ok: nil
        case .no(let code, _, _, _), .bad(let code, _, _, _): code
        case .bye(let code, _): code.rawValue
        }
    }

    /// Everything after the code, in order: the fields, `retry=yes` where it holds, the message.
    package var allFields: [Field] {
        switch self {
        case .ok(let fields):
            return fields
        case .no(_, let fields, let message, let retry),
            .bad(_, let fields, let message, let retry):
            let retryField = retry ? [Field("retry", .boolean(true))] : []
            return fields + retryField + [Field("message", .text(message))]
        case .bye(let code, let message):
            let retryField = code.isRetryable ? [Field("retry", .boolean(true))] : []
            return retryField + [Field("message", .text(message))]
        }
    }
}
