import AdminProtocol
import Commands
import Testing

@Suite struct CommandTableTests {
    private static let wanted = """
        ping, quit, whoami, capabilities, format, help, describe, \
        auth scram-sha-256, auth token, password, status, doctor, \
        programme list, programme show, programme define, \
        programme amend, programme require, policy list, policy set, policy end, \
        organisation add, organisation show, organisation list, organisation find, \
        organisation amend, organisation close, organisation reopen, \
        person add, person show, person list, person find, person amend, person join, \
        person leave, person merge, person unmerge, person erase, person duplicates, \
        licence grant, licence renew, licence amend, licence suspend, licence reinstate, \
        licence revoke, licence restore, licence cover, licence uncover, licence report, \
        licence show, licence list, licence usage, \
        training record, training schedule, training complete, training void, \
        training show, training list, \
        workshop record, workshop schedule, workshop complete, workshop void, \
        workshop show, workshop list, \
        certification award, certification show, certification list, certification suspend, \
        certification reinstate, certification revoke, certification restore, \
        certification void, \
        check organisation, check person, check trainee, \
        explain organisation, explain person, explain trainee, forecast, \
        expiry run, expiry preview, expiry history, \
        notice list, notice ack, notice snooze, \
        event list, event watch, watch, audit verify, \
        import, export, \
        account add, account show, account list, account amend, account disable, account enable, \
        account password, account token, token list, token revoke
        """

    @Test func hasEveryCommand() {
        let names = CommandTable.grammar.commands.map(\.name)
        #expect(names == Self.wanted.split(separator: ", ").map(String.init))
    }

    @Test func hasNoFaults() {
        #expect(CommandTable.grammar.faults == [])
    }

    /// An example is what people type first: it works where the things are, else it is refused
    /// with a reason that they understand. A client that answers no challenge has left.
    @Test func examplesWorkOrAreRefusedSensibly() async throws {
        let sensible = ["OK", "NO not-found", "NO conflict", "BYE logout", "NO busy"]
        for isEmpty in [true, false] {
            try await TestSession.with { session in
                if !isEmpty { try await session.playScene() }
                for command in CommandTable.grammar.commands {
                    let client = PlayedClient(block: "name\nAnn Example\n")
                    let reply = await session.send(command.example, client: client)
                    let isRefusedByRules = !reply.codes().isEmpty
                    #expect(
                        sensible.contains(reply.outcome) || isRefusedByRules,
                        "\(command.example): \(reply.lines)")
                    #expect(reply.isOK || reply.final("message") != nil)
                }
            }
        }
    }
}
