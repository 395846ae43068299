package import ArgumentParser

/// The command line of `licentia`.
package struct ShellOptions: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "licentia",
        abstract: "Talks to licentiad, the registry of programme licences and certified leaders.",
        usage: """
            licentia [OPTIONS] REQUEST …     one request, for example:
                                             licentia check organisation O-1 programme=CPSMP
            licentia watch                   tells every event as it comes, until Control-C
            licentia import KIND FILE        stores the rows of a CSV file
            licentia export KIND > FILE      writes all records of a kind as CSV
            licentia [OPTIONS] < SCRIPT      one request a line
            licentia [OPTIONS]               on a terminal: prompt, history, TAB completion
            """,
        discussion: """
            Everything after the options is the request. It is quoted for the server as needed: \
            licentia organisation add 'name=Pain Alliance West' country=IE. \
            "licentia help" lists the requests, "licentia help licence grant" explains one.

            On a terminal, replies are shown as tables and lists; otherwise line by line as the \
            server sent them. Colour is used on a terminal only, and not where NO_COLOR is set.

            A script skips blank lines and lines that begin with #. It stops at the first request \
            that is not answered OK and says its line number, unless --keep-going is given.

            EXIT STATUS
              0  every request was answered OK
              1  NO: a request was refused, nothing was changed by it
              2  BAD: a request was not understood, or licentia was called wrongly
              3  no connection, a lost connection, or the server closed it
            """,
        version: "licentia \(ShellRun.version)")

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The daemon's Unix socket. Default: $LICENTIA_SOCKET, else "
                + "\(Endpoint.systemState)\(Endpoint.socketInState) for root and where it exists, "
                + "else licentia\(Endpoint.socketInState) in the user's state folder "
                + "($XDG_STATE_HOME or ~/.local/state).",
            valueName: "path"))
    package var socket: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Connect over TCP instead. The port is \(Endpoint.defaultPort) where none is named.",
            valueName: "host:port"))
    package var connect: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Log in as this account. Default: $LICENTIA_ACCOUNT. The password is "
                + "$LICENTIA_PASSWORD, or in the file $LICENTIA_PASSWORD_FILE, or asked for.",
            valueName: "name"))
    package var account: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Log in with the token in this file. Default: $LICENTIA_TOKEN_FILE.",
            valueName: "path"))
    package var tokenFile: String?

    @Flag(name: .long, help: "Have the server answer in JSON, one object a line.")
    package var json = false

    @Flag(name: .long, help: "Show tables and lists though the output is no terminal.")
    package var table = false

    @Flag(
        name: .long, help: "Write the data lines of the reply as one CSV table with a header.")
    package var csv = false

    @Flag(
        name: .long, help: "Ask for a list to its end, page after page, not for one page of it.")
    package var all = false

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "In a script: go on after a refusal, and send without waiting. "
                + "Ends with the worst status."))
    package var keepGoing = false

    @Argument(parsing: .captureForPassthrough, help: "The request: a command and its arguments.")
    package var request: [String] = []

    package init() {}

    /// Reads the arguments of a program, its name left out.
    package static func read(_ arguments: [String]) throws -> ShellOptions {
        try parse(arguments)
    }

    package func validate() throws {
        // An option of the parser's own that stands first is captured as a request too.
        if ["--help", "-h"].contains(request.first) { throw CleanExit.helpRequest(self) }
        if request.first == "--version" { throw CleanExit.message(Self.configuration.version) }
        if socket != nil, connect != nil {
            throw ValidationError("--socket and --connect exclude each other.")
        }
        if account != nil, tokenFile != nil {
            throw ValidationError("--account and --token-file exclude each other.")
        }
        if account?.isEmpty == true { throw ValidationError("--account needs a name.") }
        if socket?.isEmpty == true { throw ValidationError("--socket needs the path of a socket.") }
        if let connect, Endpoint(hostAndPort: connect) == nil {
            throw ValidationError(
                "--connect needs HOST or HOST:PORT, the port from 1 to 65535, not '\(connect)'.")
        }
        if [json, table, csv].count(where: { $0 }) > 1 {
            throw ValidationError("--json, --table and --csv exclude each other.")
        }
        guard let first = request.first else {
            if csv || all {
                throw ValidationError("--csv and --all are for one request on the command line.")
            }
            return
        }
        if first != "--", first.hasPrefix("-") {
            throw ValidationError("There is no option '\(first)'.")
        }
        let own: Set = [
            "--socket", "--connect", "--account", "--token-file", "--json", "--table", "--csv",
            "--all", "--keep-going",
            "--help", "--version",
        ]
        if let late = request.first(where: own.contains) {
            throw ValidationError("'\(late)' must stand before the request.")
        }
        if keepGoing { throw ValidationError("--keep-going is for scripts, not for one request.") }
    }

    /// The request's arguments, without the `--` that may stand before them.
    var words: [String] {
        request.first == "--" ? Array(request.dropFirst()) : request
    }
}
