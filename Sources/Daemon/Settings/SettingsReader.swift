internal import Configuration

/// Reads the settings: flags before environment before file before defaults.
package struct SettingsReader {
    private let facts: ProcessFacts
    private let flags: any ConfigSnapshot
    private let environment: any ConfigSnapshot
    private let file: SettingsFile?

    /// The library parts a flag's value at commas, and knows of no way not to.
    private static let comma = ","
    /// `LICENTIA_…` names that are not settings of the table.
    private static let otherEnvironmentNames = ["LICENTIA_CONFIG"]

    /// - Parameter arguments: without the program's own name.
    /// - Throws: `SettingsError` where the settings file cannot be read.
    init(arguments: [String], config: String?, facts: ProcessFacts) throws(SettingsError) {
        self.facts = facts
        flags = CommandLineArgumentsProvider(arguments: ["licentiad"] + arguments).snapshot()
        environment = EnvironmentVariablesProvider(environmentVariables: facts.environment)
            .snapshot()
        let path = config ?? facts.environment["LICENTIA_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        if let path { file = try SettingsFile(path: path) } else { file = nil }
    }

    /// - Throws: `SettingsError` with every fault there is.
    func read() throws(SettingsError) -> EffectiveSettings {
        var effective = EffectiveSettings(settings: Settings(facts: facts))
        var faults: [String] = unknownKeys()
        for setting in Setting.table {
            let (text, origin) = lookUp(setting)
            effective.origins[setting.name] = origin
            if origin == .standard { continue }
            do throws(SettingFault) {
                guard let text, !text.isEmpty else { throw .malformed }
                try setting.apply(text, facts, &effective.settings)
            } catch {
                faults.append(sentence(error, setting, text, origin))
            }
        }
        if faults.isEmpty { faults += socketFaults(effective) + mailFaults(effective) }
        guard faults.isEmpty else { throw SettingsError(faults) }
        effective.warnings = unknownVariables()
        return effective
    }

    /// The value and where it came from. A value that is of the wrong type in the file is nil.
    private func lookUp(_ setting: Setting) -> (String?, SettingOrigin) {
        let flag = AbsoluteConfigKey([setting.name])
        if case .stringArray(let parts)? = Self.content(flags, flag, .stringArray) {
            return (parts.joined(separator: Self.comma), .flag(setting.flag))
        }
        // The library puts the words together to LICENTIA_MAX_SESSIONS. An empty variable is none:
        // unit files and shells have no other way to take one back.
        let variable = AbsoluteConfigKey(["licentia", setting.name])
        if case .string(let text)? = Self.content(environment, variable, .string), !text.isEmpty {
            return (text, .environment(setting.environmentName))
        }
        if let file, file.keys.contains(setting.name) {
            return (file.text(of: setting), .file(file.path, key: setting.name))
        }
        return (nil, .standard)
    }

    private static func content(
        _ snapshot: any ConfigSnapshot, _ key: AbsoluteConfigKey, _ type: ConfigType
    ) -> ConfigContent? {
        (try? snapshot.value(forKey: key, type: type))?.value?.content
    }

    private func sentence(
        _ fault: SettingFault, _ setting: Setting, _ text: String?, _ origin: SettingOrigin
    ) -> String {
        var words = "\(setting.name), from \(origin.text), "
        if let text, !setting.isSecret {
            words += "is \"\(text)\", which cannot be used."
        } else {
            words += "cannot be used."
        }
        if case .because(let reason) = fault { words += " \(reason)" }
        return words + " It takes \(setting.want)."
    }

    private func unknownKeys() -> [String] {
        guard let file else { return [] }
        let known = Set(Setting.table.map(\.name))
        return file.keys.filter { !known.contains($0) }
            .map { "\"\($0)\" in \(file.path) is no setting. See licentiad --help." }
    }

    /// The socket's path follows from two settings, so it is judged when both are known.
    private func socketFaults(_ effective: EffectiveSettings) -> [String] {
        guard let error = effective.settings.socketError else { return [] }
        let given = effective.origins["socket"] ?? .standard
        let origin = given == .standard ? effective.origins["state"] ?? .standard : given
        let name = given == .standard ? "state" : "socket"
        return ["\(name), from \(origin.text), cannot be used. \(error)"]
    }

    /// Mail needs somebody whom it is from.
    private func mailFaults(_ effective: EffectiveSettings) -> [String] {
        let settings = effective.settings
        guard settings.sendmail != nil, settings.mailFrom == nil else { return [] }
        let origin = effective.origins["sendmail"] ?? .standard
        return [
            "sendmail, from \(origin.text), cannot be used without mail-from. "
                + "Say there who mail is from."
        ]
    }

    /// Only a warning: the environment is shared with other programs, the shell among them.
    private func unknownVariables() -> [String] {
        let known = Set(Setting.table.map(\.environmentName) + Self.otherEnvironmentNames)
        return facts.environment.keys.sorted()
            .filter { $0.hasPrefix(Setting.environmentPrefix) && !known.contains($0) }
            .map { "\($0) in the environment is no setting and was ignored" }
    }
}
