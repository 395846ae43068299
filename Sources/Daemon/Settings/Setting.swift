/// One setting: its name everywhere, what it takes, and what becomes of it.
package struct Setting: Sendable {
    /// The flag without its dashes, and the key in the file: `max-sessions`.
    package let name: String
    /// What stands for the value in `--help`.
    package let placeholder: String
    /// One sentence for `--help`.
    package let summary: String
    /// What it takes, to end the sentence "It takes …".
    package let want: String
    /// Whether the file may hold a number.
    var isNumber = false
    /// Whether a fault must not repeat the value.
    var isSecret = false
    /// Reads a value that is not empty into the settings.
    let apply: @Sendable (String, ProcessFacts, inout Settings) throws(SettingFault) -> Void
    /// The effective value, without secrets.
    let show: @Sendable (Settings) -> String

    /// `LICENTIA_MAX_SESSIONS`.
    package var environmentName: String {
        Self.environmentPrefix
            + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    /// `--max-sessions`.
    package var flag: String { "--\(name)" }

    static let environmentPrefix = "LICENTIA_"
}
