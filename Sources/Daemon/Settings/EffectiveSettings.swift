/// The settings with where each came from: what `--check-config` prints.
package struct EffectiveSettings: Sendable, Equatable {
    package var settings: Settings
    /// By the names of the table.
    package var origins: [String: SettingOrigin] = [:]
    /// What the operator should know and need not mend.
    package var warnings: [String] = []

    init(settings: Settings) {
        self.settings = settings
    }

    /// One line a setting: `name = value   # origin`. It shows no secret.
    package var report: String {
        let lines = Setting.table.map { setting in
            let value = "\(setting.name) = \(setting.show(settings))"
            return "\(value)  # \((origins[setting.name] ?? .standard).text)"
        }
        return (lines + warnings.map { "# \($0)" }).joined(separator: "\n") + "\n"
    }
}
