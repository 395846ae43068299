/// What the command line asks for.
package enum Invocation: Sendable, Equatable {
    /// Print this on standard output and end well.
    case print(String)
    /// Serve.
    case run(EffectiveSettings)

    /// - Parameter arguments: without the program's own name.
    /// - Throws: `SettingsError` for settings that cannot be used.
    package init(arguments: [String], facts: ProcessFacts) throws(SettingsError) {
        let flags = FlagList(arguments)
        // Who asks for help gets it, whatever else is wrong.
        if flags.switches.contains("help") {
            self = .print(HelpText(facts: facts).text)
            return
        }
        guard flags.faults.isEmpty else { throw SettingsError(flags.faults) }
        if flags.switches.contains("version") {
            self = .print("licentiad \(DaemonVersion.current)\n")
            return
        }
        let effective = try SettingsReader(
            arguments: arguments, config: flags.config, facts: facts
        ).read()
        self =
            flags.switches.contains("check-config") ? .print(effective.report) : .run(effective)
    }
}
