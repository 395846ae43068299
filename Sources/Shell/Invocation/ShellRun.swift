import ArgumentParser

/// One run of the shell, from its arguments to its exit status.
package struct ShellRun {
    /// The version of the shell, which is that of the package.
    package static let version = "0.1.0"

    private let options: ShellOptions
    private let surroundings: Surroundings
    private let input: InputLines
    private let output: Sink
    private let errors: Sink

    private init(
        options: ShellOptions, surroundings: Surroundings, input: InputLines, output: Sink,
        errors: Sink
    ) {
        self.options = options
        self.surroundings = surroundings
        self.input = input
        self.output = output
        self.errors = errors
    }

    /// What the executable does.
    package static func main(arguments: [String]) async -> Int32 {
        await start(
            arguments, in: .current(), input: .standardInput(), output: .standardOutput,
            errors: .standardError
        ).rawValue
    }

    /// A whole run. Never throws: every end is an exit status.
    package static func start(
        _ arguments: [String], in surroundings: Surroundings, input: InputLines, output: Sink,
        errors: Sink
    ) async -> ShellStatus {
        do {
            let options = try ShellOptions.parse(arguments)
            let run = ShellRun(
                options: options, surroundings: surroundings, input: input, output: output,
                errors: errors)
            return await run.run()
        } catch {
            return explain(error, output: output, errors: errors)
        }
    }

    /// Shows the help that was asked for, or what is wrong with the arguments.
    private static func explain(_ error: any Error, output: Sink, errors: Sink) -> ShellStatus {
        let isHelp = ShellOptions.exitCode(for: error).isSuccess
        try? (isHelp ? output : errors).line(ShellOptions.fullMessage(for: error))
        return isHelp ? .done : .misunderstood
    }

    /// Does what the options say.
    private func run() async -> ShellStatus {
        do {
            return try await act()
        } catch let failure as ShellFailure {
            if failure.kind != .outputClosed { errors.say(failure.message) }
            return failure.exitStatus
        } catch {
            errors.say("\(error)")
            return .disconnected
        }
    }

    private func act() async throws -> ShellStatus {
        var dialler = Dialler(endpoint)
        dialler.logIn = try LogIn(options, in: surroundings)
        if !options.words.isEmpty {
            if let request = try watchRequest { return try await watch(request, dialler) }
            if let file = try FileImport(options.words) {
                return try await BlockSource.withFile(file.path) {
                    try await ask(file.request, block: $0, dialler)
                }
            }
            let block = surroundings.inputIsTerminal ? nil : BlockSource(input)
            return try await ask(options.words, block: block, dialler)
        }
        if surroundings.inputIsTerminal {
            var session = Interactive(
                dialler, source: .terminal(in: surroundings, input: input),
                wantsJSON: options.json, printer: printer, errors: errors, progress: progress,
                interruption: surroundings.interruption)
            return try await session.run()
        }
        var script = Script(input, printer: printer, errors: errors)
        let keepGoing = options.keepGoing
        return try await converse(dialler) { conversation in
            keepGoing
                ? try await script.runKeepingGoing(in: &conversation)
                : try await script.run(in: &conversation)
        }
    }

    private func ask(
        _ words: [String], block: BlockSource?, _ dialler: Dialler
    ) async throws -> ShellStatus {
        var shot = OneShot(
            try RequestQuoting.line(words), printer: printer(for: words), errors: errors,
            block: block, wantsAll: options.all, progress: progress)
        return try await converse(dialler) { try await shot.run(in: &$0) }
    }

    /// What is to be watched; nil where something else was asked, or a table that has an end.
    private var watchRequest: WatchRequest? {
        get throws {
            let line = try RequestQuoting.line(options.words)
            guard let request = WatchRequest(RequestQuoting.tokens(of: line)) else { return nil }
            guard options.csv else { return request }
            if request.hasEnd { return nil }
            throw ShellFailure(
                .usage,
                "a watch has no end, and --csv writes its table at the end. Give it one by "
                    + "wait=SECONDS, or use --json.")
        }
    }

    /// Watches until somebody ends it, which is the good end of a watch.
    private func watch(_ request: WatchRequest, _ dialler: Dialler) async throws -> ShellStatus {
        let watch = Watch(
            request, dialler: dialler, wantsJSON: options.json, printer: printer, errors: errors)
        let interruption = surroundings.interruption
        return try await withThrowingTaskGroup(of: ShellStatus.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                var watch = watch
                return try await watch.run()
            }
            group.addTask {
                await interruption()
                return .done
            }
            return try await group.next() ?? .done
        }
    }

    /// A conversation in the format that was asked for.
    private func converse(
        _ dialler: Dialler, _ body: (inout Conversation) async throws -> ShellStatus
    ) async throws -> ShellStatus {
        try await dialler.withConversation { conversation in
            if options.json { try await conversation.speakJSON() }
            return try await body(&conversation)
        }
    }

    private var progress: Progress? {
        surroundings.errorsAreTerminal && !options.json ? Progress(errors) : nil
    }

    private var endpoint: Endpoint {
        if let path = options.socket { return .unix(path: path) }
        return options.connect.flatMap(Endpoint.init(hostAndPort:)) ?? .standard(in: surroundings)
    }

    /// An export is a file, unless another form of it is asked for.
    private func printer(for words: [String]) -> ReplyPrinter {
        if options.csv { return ReplyPrinter(.csv, to: output) }
        let verb = words.first { !$0.hasPrefix("@") }?.lowercased()
        let isExport = verb == "export" && !options.json && !options.table
        return isExport ? ReplyPrinter(.exported, to: output) : printer
    }

    private var printer: ReplyPrinter {
        guard surroundings.outputIsTerminal || options.table else {
            return ReplyPrinter(.bare, to: output)
        }
        let colours = Colours(isOn: surroundings.wantsColour)
        let columns: @Sendable () -> Int = surroundings.columns
        let isAtPrompt = options.words.isEmpty && surroundings.inputIsTerminal
        return ReplyPrinter(
            .pages { ReplyPage(columns: columns(), colours: colours, isAtPrompt: isAtPrompt) },
            to: output)
    }
}
