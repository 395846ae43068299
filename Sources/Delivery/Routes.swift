package import Store

/// The ways that lead outside, as the settings give them.
package struct Routes: Sendable {
    package var mail: MailRoute?
    package var hook: HookRoute?

    package init(mail: MailRoute? = nil, hook: HookRoute? = nil) {
        self.mail = mail
        self.hook = hook
    }

    var channels: Set<Dispatch.Channel> {
        var channels: Set<Dispatch.Channel> = []
        if mail != nil { channels.insert(.mail) }
        if hook != nil { channels.insert(.hook) }
        return channels
    }

    /// Who is to be told of what a nightly run announces.
    package var telling: Telling {
        Telling(
            organisations: mail != nil, administrators: mail?.administrators != nil,
            hook: hook != nil)
    }
}

/// Mail, handed to a program that is called as `sendmail` is.
package struct MailRoute: Sendable {
    let program: DeliveryProgram
    let sender: MailAddress
    /// Who gets what no organisation can be told.
    let administrators: MailAddress?

    package init(
        program: DeliveryProgram, sender: MailAddress, administrators: MailAddress? = nil
    ) {
        self.program = program
        self.sender = sender
        self.administrators = administrators
    }
}

/// A program that gets one notice at a time, as a JSON object on standard input.
package struct HookRoute: Sendable {
    let program: DeliveryProgram
    /// The notice's line as replies show it.
    let json: @Sendable (NoticeRow) -> String

    package init(
        program: DeliveryProgram, json: @escaping @Sendable (NoticeRow) -> String
    ) {
        self.program = program
        self.json = json
    }
}
