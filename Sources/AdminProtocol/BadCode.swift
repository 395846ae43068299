/// Why a line was not understood. Nothing was tried.
package enum BadCode: String, Sendable, CaseIterable {
    case syntax
    case lineTooLong = "line-too-long"
    case notUTF8 = "not-utf8"
    case controlCharacter = "control-character"
    case unknownCommand = "unknown-command"
    case unknownArgument = "unknown-argument"
    case missingArgument = "missing-argument"
    case badValue = "bad-value"
    case duplicateArgument = "duplicate-argument"
}
