package import Foundation

/// The Python with which some tests hold us against programs of other people: that of
/// `LICENTIA_TEST_PYTHON`, which `.ci/run` makes with the modules in it, or whatever `python3` is.
package enum TestPython {
    private static var path: String {
        ProcessInfo.processInfo.environment["LICENTIA_TEST_PYTHON"] ?? "python3"
    }

    /// A program, not started yet. What it complains of is dropped.
    package static func process(_ script: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [path, "-c", script] + arguments
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// Runs a program; gives its exit status.
    package static func run(_ script: String, _ arguments: String...) throws -> Int32 {
        let process = process(script, arguments)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    package static func has(module: String) -> Bool {
        (try? run("import \(module)")) == 0
    }
}
