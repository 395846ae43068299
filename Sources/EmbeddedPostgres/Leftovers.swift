internal import Glibc

/// Server processes of a cluster that nobody watches any more: those of a killed daemon, or the
/// sessions of a killed server.
///
/// They are found by a mark in their command line or title. The line of any process may be read,
/// which cannot be said of its working folder (a container's root often may not), and only those of
/// the cluster's own user count.
struct Leftovers: Sendable {
    /// How long a server is given to close all sessions and write a checkpoint.
    static let fastLimit: Duration = .seconds(60)

    /// How long it is given to end at once, without a checkpoint.
    static let immediateLimit: Duration = .seconds(10)

    /// How long killed processes may take to disappear.
    static let killLimit: Duration = .seconds(10)

    private static let pause: Duration = .milliseconds(20)
    private static let longestCommandLine = 65_536

    /// Text that is in the command line or title of each of the processes, and in no other's.
    let mark: String

    /// The account they run as.
    let userID: UInt32

    /// The processes that live now. One that has ended but was not waited for does not count.
    var living: [Int32] {
        DurableFile.names(in: "/proc").compactMap { Int32($0) }.filter(isOurs)
    }

    /// Asks the server to end, then urges it, then kills what is left. Without a server, its
    /// sessions notice that and end by themselves; they are given the same time to do so.
    ///
    /// - Parameter server: the process that passes signals on to the others, if it lives.
    func stop(server: Int32?) async throws(EmbeddedPostgresError) {
        if let server, isOurs(server) { _ = Glibc.kill(server, SIGINT) }
        let isLed = server.map(isOurs) ?? false
        if await haveEnded(within: isLed ? Self.fastLimit : Self.immediateLimit) { return }
        for process in living { _ = Glibc.kill(process, SIGQUIT) }
        if await haveEnded(within: Self.immediateLimit) { return }
        await kill()
        guard let process = living.first else { return }
        throw EmbeddedPostgresError(
            .leftoverStays,
            "process \(process) of an earlier database server does not end, not even when killed. "
                + "Its disk may hang: look at it (ps -o pid,stat,wchan,args \(process)).")
    }

    /// Kills them at once.
    func kill() async {
        for process in living { _ = Glibc.kill(process, SIGKILL) }
        _ = await haveEnded(within: Self.killLimit)
    }

    /// Waits until none lives; false when the limit has passed first.
    func haveEnded(within limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        while !living.isEmpty {
            guard ContinuousClock.now < end else { return false }
            await Self.rest()
        }
        return true
    }

    /// A pause that a cancelled task takes too: stopping goes on while everything is cancelled.
    private static func rest() async {
        await Task.detached { try? await Task.sleep(for: pause) }.value
    }

    private func isOurs(_ processID: Int32) -> Bool {
        var information = stat()
        guard stat("/proc/\(processID)", &information) == 0, information.st_uid == userID,
            let line = DurableFile.read(
                "/proc/\(processID)/cmdline", limit: Self.longestCommandLine)
        else { return false }
        return line.contains(mark)
    }
}
