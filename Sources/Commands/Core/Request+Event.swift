import AdminProtocol
import Registry

extension ArgumentType {
    /// An event, by its id or by its serial alone.
    static let event = ArgumentType.form("an event such as E-12, or its serial")
}

extension Request {
    /// The event that an argument of the type `event` names.
    func optionalEvent(_ name: String) throws(ProtocolError) -> EventID? {
        guard let text = optionalText(name) else { return nil }
        guard let id = EventID(text) ?? EventID("E-\(text)") else { throw badValue(name) }
        return id
    }
}
