import AdminProtocol
import Registry
import Store

extension Context {
    /// The event of a change: the thing's line before and after, parted into what stays for ever
    /// and what tells who a person is. A reason for changing a person, or a certification, may name
    /// them. Of somebody who is erased by the change nothing is kept anew.
    func event(of thing: Thing, from before: DataLine?, to after: DataLine?) -> NewEvent {
        var event = NewEvent(
            account: account.name, command: request.command.name, thing: thing)
        event.request = request.requestToken
        event.before = before?.impersonal.json
        event.after = after?.impersonal.json
        guard let person = after?.personConcerned, after?.isErased == false else {
            event.reason = request.reason
            return event
        }
        event.personal = PersonalPart(
            person: person, before: before?.personal?.json, after: after?.personal?.json,
            reason: request.reason)
        return event
    }
}

extension DataLine {
    /// The one person whose line this is, or whose certification.
    fileprivate var personConcerned: PersonID? {
        switch kind {
        case "person": value("id").flatMap { PersonID($0.plain) }
        case "certification": value("person").flatMap { PersonID($0.plain) }
        default: nil
        }
    }

    fileprivate var isErased: Bool { value("erased-on") != nil }
}
