package import AdminProtocol
package import Registry
package import Store

/// One command of the protocol. One file each; its row in the table makes it known.
package protocol Command: Sendable {
    static var spec: CommandSpec { get }
    /// The roles that may call it.
    static var audience: Set<AccountRole> { get }
    /// Reads the arguments. Looks at nothing but the line.
    init(_ request: Request, today: CivilDate) throws(ProtocolError)
}

extension Command {
    package static var audience: Set<AccountRole> { [.administrator] }
}

extension ReadCommand {
    package static var patience: Patience { .usual }
}

/// A command that answers from the session or the daemon alone.
package protocol SessionCommand: Command {
    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply
}

/// A command that reads facts of one moment and changes nothing.
package protocol ReadCommand: Command {
    /// How long its statements may run.
    static var patience: Patience { get }
    func answer(_ snapshot: Snapshot, _ context: Context) async throws -> Reply
}

/// A command that changes the registry: it reads facts under locks, decides by a pure function,
/// and leaves applying, recording and committing to the runner.
package protocol WriteCommand: Command {
    associatedtype Facts: Sendable

    /// Takes the locks that the change needs and reads what decides it.
    ///
    /// - Throws: a `Refusal` where something named does not exist.
    func facts(_ transaction: WriteTransaction, _ context: Context) async throws -> Facts

    /// The thing that would be changed, with its version; nil where a new one is made.
    func target(_ facts: Facts) -> (thing: Thing, version: Int)?

    /// What the write has to do with, for the accounts that work in a part of the registry; nil:
    /// it is for none of them.
    func reach(_ facts: Facts) -> Reach?

    /// Judges. Pure: the same facts and date give the same decision.
    func decide(_ facts: Facts, _ context: Context) throws(Refusal) -> Decision
}

extension WriteCommand {
    /// A new thing is made.
    package func target(_ facts: Facts) -> (thing: Thing, version: Int)? { nil }

    /// For nobody with a scope.
    package func reach(_ facts: Facts) -> Reach? { nil }
}

/// What was decided: a change, what to warn of, and what is to be judged anew.
package struct Decision: Sendable {
    package var change: Change
    package var warnings: [Reason]
    /// What else is to be told of what is changed, after its line.
    package var notes: [DataLine] = []
    /// What refuses the attendees that were left out, as was asked for.
    package var refused: [Reason]
    /// The rules that were set aside because the record is kept as found.
    package var asFound: [Reason]
    /// What the change touches, where other things may stand on the fact that it corrects; the
    /// runner reports what is affected.
    package var touched: Touched?
    /// Shown once, with the first reply, and kept nowhere: not with `request=`, not in the event.
    package var secret: Field?

    package init(
        _ change: Change, warnings: [Reason] = [], refused: [Reason] = [],
        asFound: [Reason] = [], touched: Touched? = nil, secret: Field? = nil
    ) {
        self.change = change
        self.warnings = warnings
        self.refused = refused
        self.asFound = asFound
        self.touched = touched
        self.secret = secret
    }
}
