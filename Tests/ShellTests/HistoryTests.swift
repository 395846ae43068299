import Glibc
import Shell
import Testing

struct HistoryTests {
    @Test(arguments: [
        ("ping", true), ("account list", true), ("account password A-1", false),
        ("ACCOUNT  Password x", false), ("@a account\tpassword x", false),
        ("password", false), ("account add ann role=auditor Password=x", false),
        ("auth token abc", false), ("auth scram-sha-256", false), ("x Auth y", false),
        ("", false), ("   ", false), ("a\u{1B}b", false),
        (String(repeating: "x", count: 5_000), false),
    ])
    func exclusions(line: String, isKept: Bool) {
        #expect(History.mayKeep(line) == isKept)
        var history = History()
        #expect(history.add(line) == isKept)
        #expect(history.lines == (isKept ? [line] : []))
    }

    @Test func repeatsAndOldLinesGo() {
        var history = History()
        history.add("ping")
        history.add("ping")
        #expect(history.lines == ["ping"])
        for number in 0..<(History.limit + 5) { history.add("line \(number)") }
        #expect(history.lines.count == History.limit)
        #expect(history.lines.first == "line 5")
    }

    @Test func theFileIsTheOwnersOnly() throws {
        let folder = "/tmp/lsh-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let file = HistoryFile(path: folder + "/a/history")
        #expect(file.load().lines.isEmpty)
        file.append("ping")
        file.append("auth token secret")
        file.append("help")
        #expect(file.load().lines == ["ping", "help"])
        var facts = stat()
        #expect(stat(file.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
        #expect(stat(folder, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
        chmod(file.path, 0o644)
        file.append("status")
        #expect(stat(file.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
        for number in 0...(2 * History.limit) { file.append("line \(number)") }
        #expect(file.load().lines.count == History.limit)
        #expect(file.load().lines.last == "line \(2 * History.limit)")
        unlink(file.path)
        rmdir(folder + "/a")
        rmdir(folder)
    }

    @Test func whatCannotBeKeptIsNoError() {
        let file = HistoryFile(path: "/proc/nowhere/history")
        file.append("ping")
        #expect(file.load().lines.isEmpty)
    }
}
