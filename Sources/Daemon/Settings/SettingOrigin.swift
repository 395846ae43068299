/// Where a value came from, by the name under which the operator wrote it.
package enum SettingOrigin: Sendable, Equatable {
    case flag(String)
    case environment(String)
    case file(String, key: String)
    case standard

    var text: String {
        switch self {
        case .flag(let name): name
        case .environment(let name): "the environment's \(name)"
        case .file(let path, let key): "\"\(key)\" in \(path)"
        case .standard: "the default"
        }
    }
}
