import Glibc
import Shell
import Synchronization
import Testing

/// The shell's watch over a daemon that comes and goes.
extension DaemonProcessTests {
    @Suite struct WatchTests {
        @Test(arguments: [SIGTERM, SIGKILL])
        func aRestartLeavesNoGapAndRepeatsNothing(_ signal: Int32) async throws {
            try await StateFolderForTests.with { folder in
                let told = TextBox()
                let complaints = TextBox()
                let first = try DaemonProcess(folder)
                try first.waitUntilReady()
                let watching = watch(folder, told, complaints)
                try eventually { told.text.contains("* watching next=E-1\n") }
                try add(["Ann", "Ben"], folder)
                try eventually { told.text.contains("id=E-2 ") }
                first.send(signal)
                try first.wait()

                let second = try DaemonProcess(folder)
                try second.waitUntilReady()
                try add(["Cy", "Dee"], folder)
                try eventually { told.text.contains("id=E-4 ") }
                watching.cancel()
                #expect(await watching.value == .done)
                let events = told.text.split(separator: "\n").filter { $0.hasPrefix("* event ") }
                #expect(events.map { $0.split(separator: " ")[2] } == (1...4).map { "id=E-\($0)" })
                #expect(complaints.text.contains("connected again; going on from E-3."))
                try second.stop()
            }
        }

        private func watch(
            _ folder: StateFolderForTests, _ told: TextBox, _ complaints: TextBox
        ) -> Task<ShellStatus, Never> {
            Task {
                await ShellRun.start(
                    ["--socket", folder.socket, "watch", "from=E-1"], in: Surroundings(),
                    input: InputLines { nil }, output: sink(told), errors: sink(complaints))
            }
        }

        private func sink(_ box: TextBox) -> Sink {
            Sink { bytes in
                box.append(String(decoding: bytes, as: UTF8.self))
                return 0
            }
        }

        private func add(_ names: [String], _ folder: StateFolderForTests) throws {
            let client = try TestClient(unix: folder.socket)
            _ = try client.reply()
            for name in names {
                #expect(try client.ask("person add name=\(name)").last == "OK")
            }
        }
    }
}
