import ArgumentParser

struct EchoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "echo",
        abstract: "Serves the bare echo: answers each line with the next of the replies in a file.")

    @Option(help: "The Unix socket.") var socket: String
    @Option(help: "A file of replies, each ended by its line OK.") var replies: String

    func run() async throws {
        try await EchoServer(socket: socket, replies: EchoReplies(file: replies)).run()
    }
}
