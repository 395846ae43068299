/// The final line of a reply: how a request ended.
package struct Outcome: Sendable, Equatable {
    package enum Status: String, Sendable {
        case ok = "OK"
        case refused = "NO"
        case misunderstood = "BAD"
        case bye = "BYE"
    }

    package let status: Status
    package let code: String?
    /// In the order of the line, without `message`.
    package let fields: [ReplyPair]
    package let message: String?

    package init(
        status: Status, code: String? = nil, fields: [ReplyPair] = [], message: String? = nil
    ) {
        self.status = status
        self.code = code
        self.fields = fields
        self.message = message
    }

    /// The code of the farewell that a client asked for with `quit`.
    package static let logout = "logout"

    /// The value of a field; nil where the line does not have it.
    package subscript(_ key: String) -> String? {
        fields.first { $0.key == key }?.value
    }

    package var exitStatus: ShellStatus {
        switch status {
        case .ok: .done
        case .refused: .refused
        case .misunderstood: .misunderstood
        case .bye: code == Outcome.logout ? .done : .disconnected
        }
    }

    /// Whether the server has nothing more to say on this connection.
    package var endsConversation: Bool { status == .bye }

    /// `NO not-found: there is no O-9`, for standard error.
    package var sentence: String {
        let head = [status.rawValue, code].compactMap(\.self).joined(separator: " ")
        return PlainText.of(message.map { "\(head): \($0)" } ?? head)
    }
}
