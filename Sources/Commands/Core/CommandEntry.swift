package import AdminProtocol
import Index
package import Registry

/// A row of the table of commands: what the protocol knows of it, who may call it, and how it runs.
package struct CommandEntry: Sendable {
    package let spec: CommandSpec
    package let audience: Set<AccountRole>
    let run: @Sendable (Runner, Context) async throws -> Reply
    /// What it answers from memory, if it ever does; nil for the rest.
    var answerFromMemory: (@Sendable (Request, CivilDate, Account, RegistryIndex) throws -> Reply?)?

    static func session<C: SessionCommand>(_ type: C.Type) -> CommandEntry {
        CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(session: try runner.authorised(type, context), context)
        }
    }

    static func read<C: ReadCommand>(_ type: C.Type) -> CommandEntry {
        CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(read: try runner.authorised(type, context), context)
        }
    }

    static func indexed<C: IndexedCommand>(_ type: C.Type) -> CommandEntry {
        var entry = CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(indexed: try runner.authorised(type, context), context)
        }
        // Whether a log-in still holds only the database knows: what anybody may ask needs none.
        if C.audience == .everybody {
            entry.answerFromMemory = { request, today, account, index in
                try Authoriser().authorise(for: account) { () throws(ProtocolError) -> C in
                    try C(request, today: today)
                }.command.reply(from: index)
            }
        }
        return entry
    }

    static func write<C: WriteCommand>(_ type: C.Type) -> CommandEntry {
        CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(write: try runner.authorised(type, context), context)
        }
    }
}
