package import AdminProtocol
package import Registry

/// Why a request was not done. A value: refusing is an answer, not a failure.
package enum Refusal: Error, Sendable, Hashable {
    /// Rules of the registry were broken: all of them, in the order of the contract.
    case rules([Reason])
    case no(NoCode, [Field] = [], message: String)
    case bad(ProtocolError)

    /// The thing that was asked for does not exist.
    package static func notFound(_ noun: String, _ name: String) -> Refusal {
        .no(
            .notFound, [Field(noun, .word(name))],
            message: "there is no \(noun) \(name); \(noun) list shows those there are")
    }

    /// The registry's facts stand against it; the message says which, and what would help.
    package static func conflict(_ message: String, _ fields: [Field] = []) -> Refusal {
        .no(.conflict, fields, message: message)
    }
}
