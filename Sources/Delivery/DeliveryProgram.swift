import Glibc
import Processes

/// A program that takes one message on standard input and says by its exit status whether it is
/// done: 0, or anything else.
///
/// What it writes is dropped: it may name people, and would have to be bounded. Such programs have
/// logs of their own.
package struct DeliveryProgram: Sendable {
    /// The absolute path.
    let path: String
    let limits: DeliveryLimits
    /// The whole environment: nothing of the daemon's own, which may hold secrets, but `HOME`.
    private let environment: [String]

    package init(path: String, home: String?, limits: DeliveryLimits = DeliveryLimits()) {
        self.path = path
        self.limits = limits
        environment = [
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LC_ALL=C.UTF-8", "HOME=\(home ?? "/nonexistent")",
        ]
    }

    /// Runs it with `input`; gives what kept it from being done, in a word, nil where it is done.
    ///
    /// It is ended with all that it started where it takes too long, or where the task is
    /// cancelled.
    func run(_ arguments: [String], input: String) async -> String? {
        guard let file = InputFile(holding: input) else { return "no-temporary-file" }
        defer { file.close() }
        let child: ChildProcess
        do throws(SpawnError) {
            child = try ChildProcess.spawn(
                ProgramCall(
                    path, arguments, input: .descriptor(file.descriptor),
                    environment: environment))
        } catch {
            return "not-started"
        }
        guard let status = await child.endedUnlessCancelled(within: limits.programTime) else {
            await end(child)
            return Task.isCancelled ? "cancelled" : "timed-out"
        }
        switch status {
        case .exited(0): return nil
        case .exited(let number): return "exit-\(number)"
        case .killed(let signal): return "signal-\(signal)"
        }
    }

    private func end(_ child: ChildProcess) async {
        child.signalGroup(SIGTERM)
        if await child.ended(within: limits.programGrace) != nil { return }
        child.signalGroup(SIGKILL)
        _ = await child.ended()
    }
}

/// A file without a name, so that nothing of a message is left on the disk, whatever happens.
private struct InputFile {
    let descriptor: Int32

    /// nil where there is no room for it.
    init?(holding text: String) {
        var path = Array("/tmp/licentia-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        guard Self.write(Array(text.utf8), to: descriptor), lseek(descriptor, 0, SEEK_SET) == 0
        else {
            close()
            return nil
        }
    }

    func close() {
        _ = Glibc.close(descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
