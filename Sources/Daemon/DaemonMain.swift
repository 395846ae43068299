internal import Glibc
internal import Logging

/// What `licentiad` does: everything but the entry point itself.
package struct DaemonMain {
    private let output: @Sendable (String) -> Void
    private let complaints: @Sendable (String) -> Void

    /// - Parameters:
    ///   - output: standard output.
    ///   - complaints: standard error, where the log goes too.
    package init(
        output: @escaping @Sendable (String) -> Void = { print($0, terminator: "") },
        complaints: @escaping @Sendable (String) -> Void = LineLogHandler.standardError
    ) {
        self.output = output
        self.complaints = complaints
    }

    /// Does what the command line asks for, and says how the process is to end.
    ///
    /// - Parameter arguments: without the program's own name.
    package func run(arguments: [String], environment: [String: String]) async -> DaemonExit {
        let invocation: Invocation
        do throws(SettingsError) {
            invocation = try Invocation(
                arguments: arguments, facts: .current(environment: environment))
        } catch {
            for fault in error.faults { complain(fault) }
            return .settings
        }
        switch invocation {
        case .print(let text):
            output(text)
            return .clean
        case .run(let effective):
            return await serve(effective, ServiceManager(address: environment["NOTIFY_SOCKET"]))
        }
    }

    private func serve(_ effective: EffectiveSettings, _ manager: ServiceManager) async
        -> DaemonExit
    {
        // A client that goes away must cost its session only.
        signal(SIGPIPE, SIG_IGN)
        // The database's server would tell the service manager too, of itself.
        unsetenv("NOTIFY_SOCKET")
        let level = effective.settings.logLevel
        let logger = Logger(label: "licentiad") { [complaints] _ in
            LineLogHandler(level: level, write: complaints)
        }
        for warning in effective.warnings { logger.warning("\(warning)") }
        do {
            try await DaemonRun(settings: effective.settings, manager: manager, logger: logger)
                .run()
            return .clean
        } catch {
            complain("\(error)")
            return .failure
        }
    }

    private func complain(_ sentence: String) {
        complaints("licentiad: \(sentence)\n")
    }
}
