import AdminProtocol

/// Decides who may call what: the only maker of `Authorised`.
package struct Authoriser: Sendable {
    package init() {}

    /// Refuses a line of a command that the account may not call, before its arguments are looked
    /// at: who may not call a command learns nothing of what it takes.
    ///
    /// - Throws: `Refusal` with `denied`.
    func admit(_ line: RequestLine, from account: Account) throws(Refusal) {
        guard let spec = CommandTable.grammar.command(of: line),
            !CommandTable.isVisible(spec, to: account)
        else { return }
        throw Self.refusal(spec, account)
    }

    /// The command, where the account's role may call it.
    ///
    /// - Throws: `Refusal` with `denied`, or whatever reading the arguments throws.
    func authorise<C: Command>(
        for account: Account, _ read: () throws(ProtocolError) -> C
    ) throws -> Authorised<C> {
        guard account.belongs(to: C.audience) else { throw Self.refusal(C.spec, account) }
        return Authorised(command: try read(), account: account)
    }

    private static func refusal(_ spec: CommandSpec, _ account: Account) -> Refusal {
        .no(
            .denied,
            message:
                "\(spec.name) is not for \(account.roleNames.joined(separator: " ")) sessions; "
                + "use the Unix socket as root or as the daemon's own user")
    }
}

/// A command that may be run by this account. Only the authoriser can make one, so that a command
/// that was not authorised cannot reach the runner: it does not compile.
package struct Authorised<C: Command>: Sendable {
    package let command: C
    package let account: Account

    fileprivate init(command: C, account: Account) {
        self.command = command
        self.account = account
    }
}
