internal import Glibc

extension ChildProcess {
    /// The first descriptor that a child does not get: it has standard input, output and error.
    private static let firstClosedDescriptor: Int32 = 3

    /// `POSIX_SPAWN_SETSID` of glibc, which is a GNU extension and hidden from Swift.
    private static let setSession: Int32 = 0x80

    /// Changes the folder and becomes the program, with the same process id. A database's user may
    /// not be let into the daemon's folder, and `initdb` ends when it cannot find out where it is.
    private static let changeFolder = ["/usr/bin/env", "--chdir=/"]

    /// Starts a program in a session of its own, in the folder `/`, with no other open file.
    ///
    /// The session keeps a Ctrl-C on the daemon's terminal from the database, which must end after
    /// the daemon's last statement and not before. Signals that the daemon ignores are put back.
    package static func spawn(_ command: ProgramCall) throws(SpawnError) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        closeOthersInChildren()
        describeFiles(of: command, &actions)
        describeSignals(&attributes)

        var processID: pid_t = 0
        let failure = withCStrings(changeFolder + [command.executable] + command.arguments) {
            arguments in
            withCStrings(command.environment) { environment in
                posix_spawn(
                    &processID, changeFolder[0], &actions, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else {
            throw SpawnError(
                description: "cannot start \(changeFolder[0]): \(SystemCall.text(of: failure)). "
                    + "Install the package it belongs to, or mend its permissions.")
        }
        return ChildProcess(watching: processID)
    }

    /// Keeps the daemon's own files, such as those its starter left open, from the child: a server
    /// that outlives a killed daemon would hold them open for as long as it lives.
    private static func closeOthersInChildren() {
        for number in openDescriptors() where number >= firstClosedDescriptor {
            let flags = fcntl(number, F_GETFD)
            if flags >= 0 { _ = fcntl(number, F_SETFD, flags | FD_CLOEXEC) }
        }
    }

    private static func openDescriptors() -> [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var numbers: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if let number = Int32(name) { numbers.append(number) }
        }
        return numbers
    }

    private static func describeFiles(
        of command: ProgramCall, _ actions: inout posix_spawn_file_actions_t
    ) {
        switch command.input {
        case .nothing: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
        case .descriptor(let file): posix_spawn_file_actions_adddup2(&actions, file, 0)
        }
        posix_spawn_file_actions_addopen(
            &actions, 1, command.output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }

    private static func describeSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, Int16(flags | setSession))
    }

    /// A NULL-terminated array of C strings, alive for the length of the call.
    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
