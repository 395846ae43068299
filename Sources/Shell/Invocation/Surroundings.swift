import Glibc

/// What the shell takes from the process it runs in, as a value, so that tests can give another.
package struct Surroundings: Sendable {
    package var environment: [String: String]
    package var isRoot: Bool
    package var exists: @Sendable (String) -> Bool
    package var inputIsTerminal: Bool
    package var outputIsTerminal: Bool
    package var errorsAreTerminal: Bool
    /// The width of the terminal in columns, as of now: people resize their windows.
    package var columns: @Sendable () -> Int

    /// Asks for a secret by a prompt; nil where nobody can be asked.
    package var askSecret: @Sendable (String) -> String? = { _ in nil }

    /// Waits until the shell is asked to end, by Control-C for one. Nobody asks where nothing is
    /// said: then it waits until its task is cancelled.
    package var interruption: @Sendable () async -> Void = { await Interruption.never() }

    /// The width where the terminal does not tell.
    package static let usualColumns = 80

    package init(
        environment: [String: String] = [:], isRoot: Bool = false,
        exists: @escaping @Sendable (String) -> Bool = { _ in false },
        inputIsTerminal: Bool = false, outputIsTerminal: Bool = false,
        errorsAreTerminal: Bool = false,
        columns: @escaping @Sendable () -> Int = { Surroundings.usualColumns }
    ) {
        self.environment = environment
        self.isRoot = isRoot
        self.exists = exists
        self.inputIsTerminal = inputIsTerminal
        self.outputIsTerminal = outputIsTerminal
        self.errorsAreTerminal = errorsAreTerminal
        self.columns = columns
    }

    /// An environment variable; one that is set to nothing counts as not set.
    package func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// This user's own state folder by the XDG rules: a relative XDG_STATE_HOME does not count.
    package var stateFolder: String {
        if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
            return state + "/licentia"
        }
        return (variable("HOME") ?? "") + "/.local/state/licentia"
    }

    /// Colour only on a terminal that can do it, and not against NO_COLOR (no-color.org).
    package var wantsColour: Bool {
        outputIsTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
    }

    /// Those of this process.
    package static func current() -> Surroundings {
        var surroundings = Surroundings(
            environment: processEnvironment(), isRoot: geteuid() == 0,
            exists: { access($0, F_OK) == 0 },
            inputIsTerminal: isatty(STDIN_FILENO) == 1,
            outputIsTerminal: isatty(STDOUT_FILENO) == 1,
            errorsAreTerminal: isatty(STDERR_FILENO) == 1,
            columns: { Terminal.columns(of: STDOUT_FILENO) })
        surroundings.askSecret = { SecretPrompt.ask($0) }
        surroundings.interruption = { await Interruption.signalled() }
        return surroundings
    }

    private static func processEnvironment() -> [String: String] {
        let names = [
            "LICENTIA_SOCKET", "LICENTIA_ACCOUNT", "LICENTIA_PASSWORD", "LICENTIA_PASSWORD_FILE",
            "LICENTIA_TOKEN_FILE", "XDG_STATE_HOME", "HOME", "NO_COLOR", "TERM",
        ]
        return names.reduce(into: [:]) { found, name in
            if let value = getenv(name) { found[name] = String(cString: value) }
        }
    }
}
