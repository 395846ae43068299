internal import Configuration
internal import FoundationEssentials
internal import Glibc

/// A settings file: one JSON object, whose keys are the flags without their dashes.
struct SettingsFile {
    let path: String
    /// The keys it has, sorted.
    let keys: [String]
    private let booleans: Set<String>
    private let snapshot: JSONSnapshot

    /// - Throws: `SettingsError` for a file that cannot be read, or is not one JSON object.
    init(path: String) throws(SettingsError) {
        let data = try Self.read(path)
        do {
            let bytes = Array(data)
            let found = try JSONDecoder().decode(Keys.self, from: data)
            keys = found.names.sorted()
            booleans = found.booleans
            snapshot = try JSONSnapshot(
                data: bytes.span.bytes, providerName: path, parsingOptions: .default)
        } catch {
            throw SettingsError(["\(path) is not a JSON object, such as {\"nightly\": \"02:15\"}."])
        }
        self.path = path
    }

    /// The value of a key as text; nil where it is of another type than the setting's.
    func text(of setting: Setting) -> String? {
        let key = AbsoluteConfigKey([setting.name])
        // The library reads true as 1.
        if booleans.contains(setting.name) { return nil }
        if case .string(let text)? = content(key, .string) { return text }
        if setting.isNumber, case .int(let number)? = content(key, .int) { return String(number) }
        return nil
    }

    private func content(_ key: AbsoluteConfigKey, _ type: ConfigType) -> ConfigContent? {
        // It throws where the value is of another type, which is the answer.
        (try? snapshot.value(forKey: key, type: type))?.value?.content
    }

    /// Reads no more than the limit, whatever the path is: a device has no size to ask for.
    private static func read(_ path: String) throws(SettingsError) -> Data {
        guard let file = fopen(path, "re") else {
            throw SettingsError([
                "The settings file \(path) cannot be read: \(String(cString: strerror(errno)))."
            ])
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: DaemonLimits.settingsFileBytes + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        guard ferror(file) == 0 else {
            throw SettingsError(["The settings file \(path) cannot be read. Give a plain file."])
        }
        guard count <= DaemonLimits.settingsFileBytes else {
            throw SettingsError([
                "The settings file \(path) is larger than \(DaemonLimits.settingsFileBytes) bytes."
            ])
        }
        return Data(bytes.prefix(count))
    }
}

/// The keys of a JSON object, whatever their values are.
private struct Keys: Decodable {
    let names: [String]
    /// Those whose values are true or false.
    let booleans: Set<String>

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        names = object.allKeys.map(\.stringValue)
        booleans = Set(
            object.allKeys.filter { (try? object.decode(Bool.self, forKey: $0)) != nil }
                .map(\.stringValue))
    }
}
