/// The flags as they were written: what the configuration library lets pass is refused here.
///
/// The library ignores words that belong to no flag, joins what a repeated flag gives, and knows
/// no unknown flag. A daemon that starts with half of what the operator meant is worse than one
/// that does not start.
struct FlagList {
    /// The flags without a value that were given: `help`, `version`, `check-config`.
    private(set) var switches: Set<String> = []
    /// The path after `--config`.
    private(set) var config: String?
    private(set) var faults: [String] = []
    private var seen: Set<String> = []

    static let config = "config"
    static let switchNames = ["check-config", "help", "version"]
    private static let valued = Set(Setting.table.map(\.name) + [config])

    /// - Parameter arguments: without the program's own name.
    init(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "-h" {
                switches.insert("help")
            } else if argument.hasPrefix("--") {
                read(String(argument.dropFirst(2)), &rest)
            } else {
                faults.append("\"\(argument)\" belongs to no flag. See licentiad --help.")
            }
        }
    }

    private mutating func read(_ flag: String, _ rest: inout ArraySlice<String>) {
        let parts = flag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard seen.insert(name).inserted else {
            faults.append("--\(name) is given twice.")
            // Its value must not be taken for a word without a flag.
            if parts.count == 1, rest.first?.hasPrefix("--") == false { rest.removeFirst() }
            return
        }
        if Self.switchNames.contains(name) {
            switches.insert(name)
            if parts.count > 1 { faults.append("--\(name) takes no value.") }
        } else if Self.valued.contains(name) {
            let value = parts.count > 1 ? String(parts[1]) : Self.value(&rest)
            if value == nil { faults.append("--\(name) needs a value. See licentiad --help.") }
            if name == Self.config { config = value }
        } else {
            faults.append("--\(name) is no flag of licentiad. See licentiad --help.")
        }
    }

    private static func value(_ rest: inout ArraySlice<String>) -> String? {
        guard let next = rest.first, !next.hasPrefix("--") else { return nil }
        return rest.popFirst()
    }
}
