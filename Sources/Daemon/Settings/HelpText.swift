/// What `--help` prints, made from the table of settings.
struct HelpText {
    private let defaults: Settings

    init(facts: ProcessFacts) {
        defaults = Settings(facts: facts)
    }

    var text: String {
        let settings = Setting.table.map { setting in
            entry(
                "\(setting.flag) \(setting.placeholder)",
                "\(setting.summary) Default: \(setting.show(defaults)).")
        }
        let others = [
            entry("--config FILE", "A JSON file with these settings: {\"nightly\": \"off\"}."),
            entry("--check-config", "Prints the settings as they would be used, and ends."),
            entry("--help", "Prints this, and ends."),
            entry("--version", "Prints the version, and ends."),
        ]
        return """
            Usage: licentiad [flags]

            The daemon of Licentia, the registry of licences, trainers and leaders.

            \((settings + others).joined(separator: "\n"))

            Each setting is also read from the environment (\(example)) and from the file.
            A flag comes before the environment, and the environment before the file. An empty
            variable counts as none. LICENTIA_CONFIG names the file where --config does not.

            Exit status: 0 after an orderly end, 1 where it cannot start or go on, 2 for settings
            that cannot be used.

            """
    }

    private var example: String { "LICENTIA_MAX_SESSIONS=500" }

    private func entry(_ flag: String, _ summary: String) -> String {
        "  \(flag)\n      \(summary)"
    }
}
