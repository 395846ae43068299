/// What is wrong with one value, before it is known where the value came from.
enum SettingFault: Error, Equatable {
    /// It is not of the form that the setting takes.
    case malformed
    /// It has the form and cannot be used, for this reason: a sentence.
    case because(String)
}

/// What is wrong with the settings: every fault found, each a sentence that says where it came
/// from and what is wanted.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    package let faults: [String]

    init(_ faults: [String]) {
        self.faults = faults
    }

    package var description: String { faults.joined(separator: "\n") }
}
