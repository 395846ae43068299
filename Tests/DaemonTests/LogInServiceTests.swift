import Credentials
import Foundation
import TestSupport
import Testing

/// Log-ins over the wire of the composed daemon.
extension DaemonProcessTests {
    @Suite struct LogInServiceTests {
        /// Does `body` with a daemon that has an account `ann`, an auditor, and its port.
        private func with(
            _ body: @Sendable (TestClient, UInt16, DaemonProcess) async throws -> Void
        ) async throws {
            try await StateFolderForTests.with { folder in
                let daemon = try DaemonProcess(folder, ["--listen", "127.0.0.1:0"])
                try daemon.waitUntilReady()
                let root = try TestClient(unix: folder.socket)
                #expect(try root.reply()[0].contains("auth=external,scram-sha-256,token"))
                let added = try root.ask("account add ann role=auditor password=\"open sesame\"")
                #expect(added.last == "OK")
                let port = try #require(
                    daemon.complaints.firstMatch(of: /listening on=tcp:127\.0\.0\.1:(\d+)/)
                        .flatMap { UInt16($0.1) })
                try await body(root, port, daemon)
                try daemon.stop()
            }
        }

        @Test func aPasswordLogsInUntilTheAccountIsDisabled() async throws {
            try await with { root, port, daemon in
                let client = try TestClient(loopbackPort: port)
                #expect(try client.reply()[0].contains("auth=scram-sha-256,token"))
                #expect(try client.ask("event list").last?.hasPrefix("NO auth-required") == true)
                #expect(try logIn(client, "ann", "wrong")?.hasPrefix("NO auth-failed") == true)
                #expect(try logIn(client, "ann", "open sesame") == "OK")
                #expect(try client.ask("event list").last == "OK")
                #expect(try client.ask("person add name=A").last?.hasPrefix("NO denied") == true)
                #expect(try root.ask("account disable ann").last == "OK")
                #expect(try client.ask("event list").last?.hasPrefix("NO auth-required") == true)
                #expect(try root.ask("status")[0].contains("log-ins-refused=1"))
                #expect(daemon.complaints.contains("log-in refused"))
                #expect(!daemon.complaints.contains("sesame"))
            }
        }

        @Test func aTokenLogsIn() async throws {
            try await with { root, port, _ in
                let made = try root.ask("account token ann")
                let token = try #require(made[1].firstMatch(of: /token="(.+)"/)).1
                let client = try TestClient(loopbackPort: port)
                _ = try client.reply()
                #expect(try client.ask("format json").last == #"{"status":"OK"}"#)
                #expect(
                    try client.ask("auth token").last == #"{"status":"continue","data":""}"#)
                #expect(
                    try client.ask(Base64.encode(token.utf8)).last == #"{"status":"OK"}"#)
                #expect(try client.ask("whoami")[0].contains(#""auth":"token""#))
            }
        }

        /// A library of other people.
        @Test(
            .enabled(
                if: TestPython.has(module: "scramp"), "python3 has no module scramp: see .ci/tools")
        )
        func anIndependentClientLogsIn() async throws {
            try await with { _, port, _ in
                let right = try TestPython.run(Self.script, "\(port)", "open sesame")
                let wrong = try TestPython.run(Self.script, "\(port)", "wrong")
                #expect(right == 0)
                #expect(wrong == 2)
            }
        }

        /// Plays the exchange; gives the final line.
        private func logIn(
            _ client: TestClient, _ name: String, _ password: String
        ) throws -> String? {
            var scram = ScramClient(name: name, password: try PreparedPassword(password))
            #expect(try client.ask("auth scram-sha-256").last == "+ ")
            var line = try client.ask(Base64.encode(scram.first.utf8)).last
            while let challenge = line?.wholeMatch(of: /\+ (.*)/)?.1 {
                let bytes = try #require(Base64.decode(challenge))
                switch scram.receive(String(decoding: bytes, as: UTF8.self)) {
                case .send(let text): line = try client.ask(Base64.encode(text.utf8)).last
                case .succeed: line = try client.ask("").last
                case .fail: line = try client.ask("*").last
                }
            }
            return line
        }

        private static let script = """
            import base64, socket, sys
            from scramp import ScramClient
            wire = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
            lines = wire.makefile("rw", newline="\\n")
            def say(text):
                lines.write(text + "\\n")
                lines.flush()
                return lines.readline().rstrip("\\n")
            def step(text): return say(base64.b64encode(text.encode()).decode())
            def read(line): return base64.b64decode(line[2:]).decode()
            lines.readline(), lines.readline()
            client = ScramClient(["SCRAM-SHA-256"], "ann", sys.argv[2])
            assert say("auth scram-sha-256").startswith("+")
            client.set_server_first(read(step(client.get_client_first())))
            end = step(client.get_client_final())
            if end.startswith("NO auth-failed"): sys.exit(2)
            client.set_server_final(read(end))
            assert say("") == "OK"
            assert "role=auditor" in say("whoami")
            """
    }
}
