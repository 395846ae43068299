import Foundation
import Glibc
import TestSupport
import Testing

/// A mail server of other people, on a port of the loopback: Python's `aiosmtpd`, which shows
/// messages as Python's own parser reads them.
///
/// Nothing of it changes but its process, which is told to end once: that makes it sendable.
final class MailServer: @unchecked Sendable {
    struct Message: Decodable, Sendable {
        let isRefused: Bool
        /// The envelope's.
        let sender: String
        let recipients: [String]
        let subject: String
        /// The name and the address of the header `To`.
        let name: String
        let address: String
        let identity: String
        let text: String
    }

    static let isThere = TestPython.has(module: "aiosmtpd")
    /// The program in the place of `sendmail` that leads to it; nil where there is none.
    static let client = ["/usr/bin/msmtp", "/usr/local/bin/msmtp"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    let port: Int
    private let process: Process
    private let file: String

    /// - Parameters:
    ///   - refusing: how many messages it refuses for the time being before it takes any.
    ///   - folder: where it keeps what it gets.
    init(refusing: Int = 0, in folder: String) throws {
        file = folder + "/messages"
        try "".write(toFile: file, atomically: true, encoding: .utf8)
        process = TestPython.process(Self.script, ["\(refusing)", file])
        let output = Pipe()
        process.standardInput = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.trimmingCharacters(in: .newlines)))
    }

    deinit {
        // It has the signal mask of the thread that started it, which may keep others off.
        kill(process.processIdentifier, SIGKILL)
    }

    /// What it got so far, in order, refused or not.
    func messages() throws -> [Message] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
            try JSONDecoder().decode(Message.self, from: Data(line.utf8))
        }
    }

    /// Ends by itself when the test's process is gone.
    private static let script = """
        import asyncio, email, email.policy, json, os, sys, threading
        from aiosmtpd.smtp import SMTP
        class Keeper:
            refusals = int(sys.argv[1])
            async def handle_DATA(self, server, session, envelope):
                message = email.message_from_bytes(envelope.content, policy=email.policy.default)
                to = message["To"].addresses[0]
                refused = Keeper.refusals > 0
                Keeper.refusals -= 1
                with open(sys.argv[2], "a") as kept:
                    kept.write(json.dumps({
                        "isRefused": refused, "sender": envelope.mail_from,
                        "recipients": envelope.rcpt_tos, "subject": message["Subject"],
                        "name": to.display_name, "address": to.addr_spec,
                        "identity": message["Message-ID"], "text": message.get_content(),
                    }) + "\\n")
                return "451 4.3.0 Later, please" if refused else "250 2.0.0 Taken"
        def follow():
            sys.stdin.read()
            os._exit(0)
        async def serve():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(
                lambda: SMTP(Keeper(), hostname="localhost"), "127.0.0.1", 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        threading.Thread(target=follow, daemon=True).start()
        asyncio.run(serve())
        """
}
