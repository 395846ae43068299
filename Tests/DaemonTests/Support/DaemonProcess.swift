import Foundation
import Glibc
import Testing

/// The real executable as a child process, its standard error kept.
final class DaemonProcess {
    let folder: StateFolderForTests
    let processID: Int32
    private let log: String

    /// Starts `licentiad` on a state folder.
    init(
        _ folder: StateFolderForTests, _ arguments: [String] = [], notify: String? = nil
    ) throws {
        self.folder = folder
        log = "\(folder.path)/log-\(UUID().uuidString)"
        let all = [Self.executable, "--state", folder.path] + arguments
        var environment = ["PATH=/usr/bin:/bin", "HOME=/tmp", "LICENTIA_LISTEN=off"]
        if let notify { environment.append("NOTIFY_SOCKET=\(notify)") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var process: pid_t = 0
        let words = all.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        let result = posix_spawn(&process, Self.executable, &actions, nil, words, variables)
        guard result == 0 else { throw SocketFailure("spawn \(Self.executable)", result) }
        processID = process
    }

    deinit {
        guard ending == nil else { return }
        _ = Glibc.kill(processID, SIGKILL)
        _ = try? wait()
    }

    /// The executable beside this test.
    private static let executable: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return (own.map { ($0 as NSString).deletingLastPathComponent } ?? ".") + "/licentiad"
    }()

    /// What it wrote to standard error.
    var complaints: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    func send(_ signal: Int32) { _ = Glibc.kill(processID, signal) }

    private var ending: Int32?

    /// Its exit status, or minus the signal that ended it.
    @discardableResult
    func wait(seconds: Int = 60) throws -> Int32 {
        if let ending { return ending }
        for _ in 0..<(seconds * 100) {
            var status: Int32 = 0
            if waitpid(processID, &status, WNOHANG) == processID {
                let number = status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
                ending = number
                return number
            }
            usleep(10_000)
        }
        throw SocketFailure("the daemon does not end: \(complaints)", ETIMEDOUT)
    }

    /// Waits until its log holds a text.
    func waitFor(_ text: String, seconds: Int = 60) throws {
        for _ in 0..<(seconds * 50) {
            if complaints.contains(text) { return }
            var information = siginfo_t()
            if waitid(P_PID, id_t(processID), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
                information.si_signo == SIGCHLD
            {
                break
            }
            usleep(20_000)
        }
        if complaints.contains(text) { return }
        throw SocketFailure("no \"\(text)\" in: \(complaints)", ETIMEDOUT)
    }

    func waitUntilReady() throws { try waitFor(" ready listeners=") }

    /// Ends it in good order.
    func stop() throws {
        send(SIGTERM)
        #expect(try wait() == 0, "\(complaints)")
    }
}
