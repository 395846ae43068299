import AdminProtocol
import Registry
import Store

/// Decides who may call what, and in whose part of the registry: the only maker of `Authorised`.
package struct Authoriser: Sendable {
    package init() {}

    /// Refuses a line of a command that the account may not call, before its arguments are looked
    /// at: who may not call a command learns nothing of what it takes.
    ///
    /// - Throws: `Refusal` with `denied`, or `auth-required` where nobody has logged in.
    func admit(_ line: RequestLine, from account: Account) throws(Refusal) {
        guard let spec = CommandTable.grammar.command(of: line),
            !CommandTable.isVisible(spec, to: account)
        else { return }
        throw Self.refusal(spec, account)
    }

    /// The command, where the account's role may call it.
    ///
    /// - Throws: `Refusal` with `denied` or `auth-required`, or whatever reading the arguments
    ///   throws.
    func authorise<C: Command>(
        for account: Account, _ read: () throws(ProtocolError) -> C
    ) throws -> Authorised<C> {
        guard account.belongs(to: C.audience) else { throw Self.refusal(C.spec, account) }
        return Authorised(command: try read(), account: account)
    }

    /// Refuses a write that lies outside an account's scope. Pure.
    ///
    /// - Parameters:
    ///   - reach: What the write has to do with; nil where the command is for no scoped account.
    ///   - unseen: Those of the things that it names which the account does not see.
    /// - Throws: `Refusal` with `denied`.
    func judge(_ reach: Reach?, unseen: [Thing], for account: Account) throws(Refusal) {
        if reach?.isOneself == true { return }
        switch account.scope {
        case .all: return
        case .person(let own):
            guard let reach, reach.givenBy.contains(own) else {
                throw .no(.denied, message: "you record what \(own) gave or led, and nothing else")
            }
        case .organisation(let own):
            guard let reach, reach.organisation == nil || reach.organisation == own else {
                throw .no(.denied, message: "you work for \(own), and for no other organisation")
            }
            guard let other = unseen.first else { return }
            throw .no(
                .denied,
                message: "\(other) does not belong to \(own): an administrator may do this")
        }
    }

    private static func refusal(_ spec: CommandSpec, _ account: Account) -> Refusal {
        if account.isAnybody {
            return .no(
                .authRequired,
                message: "\(spec.name) is for those who have logged in: auth scram-sha-256, "
                    + "auth token, or the Unix socket as root or as the daemon's own user")
        }
        return .no(
            .denied,
            message:
                "\(spec.name) is not for the role \(account.roles.names.joined(separator: " ")); "
                + "help lists what is")
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
