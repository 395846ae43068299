package import AdminProtocol
package import Registry

/// A row of the table of commands: what the protocol knows of it, who may call it, and how it runs.
package struct CommandEntry: Sendable {
    package let spec: CommandSpec
    package let audience: Set<AccountRole>
    let run: @Sendable (Runner, Context) async throws -> Reply

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
        CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(indexed: try runner.authorised(type, context), context)
        }
    }

    static func write<C: WriteCommand>(_ type: C.Type) -> CommandEntry {
        CommandEntry(spec: C.spec, audience: C.audience) { runner, context in
            try await runner.run(write: try runner.authorised(type, context), context)
        }
    }
}
