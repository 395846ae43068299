import NIOCore

/// One connection to the server, already greeted: requests out, replies in.
///
/// It may be used by one task at a time, except that another may send while this one reads
/// replies. It lives only inside `Dialler.withConversation`.
package struct Conversation {
    typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// What stands at the end of what the server had to say.
    package enum Turn: Sendable, Equatable {
        case final(Outcome)
        /// The server waits for a block, or for an answer in a log-in.
        case wantsMore(prompt: String)
    }

    /// The longest reply line that is read, in bytes: no server of ours writes one like it.
    static let maxReplyLine = 16 * 1_024 * 1_024

    let endpoint: Endpoint
    /// The facts of the greeting's `licentia` line.
    package private(set) var greeting = DataRow(kind: "", fields: [])
    private let channel: any Channel
    private var inbound: Inbound
    private let outbound: Outbound
    private var splitter = LineSplitter()
    private var unendedBytes = 0

    init(_ endpoint: Endpoint, channel: any Channel, inbound: Inbound, outbound: Outbound) {
        self.endpoint = endpoint
        self.channel = channel
        self.inbound = inbound
        self.outbound = outbound
    }

    /// Whether the server is still there, as far as is known without asking it.
    package var isOpen: Bool { channel.isActive }

    /// A way to send that may be used by another task.
    package var sender: RequestSender {
        RequestSender(endpoint: endpoint, channel: channel, outbound: outbound)
    }

    /// Sends one request and reads its reply.
    package mutating func ask(
        _ request: [UInt8], each: (ReceivedLine) throws -> Void
    ) async throws -> Turn {
        try await sender.send(request)
        return try await reply(each: each)
    }

    /// Sends one request and reads its reply.
    package mutating func ask(
        _ request: String, each: (ReceivedLine) throws -> Void = { _ in }
    ) async throws -> Turn {
        try await ask(Array(request.utf8), each: each)
    }

    /// Has the server answer in JSON from now on.
    mutating func speakJSON() async throws {
        let turn = try await ask("format json")
        guard case .final(let outcome) = turn, outcome.status != .ok else { return }
        throw ShellFailure(.sentAway, "\(endpoint) does not speak JSON: \(outcome.sentence)")
    }

    /// Reads to the end of the next reply, giving each line on, the final one too.
    package mutating func reply(each: (ReceivedLine) throws -> Void) async throws -> Turn {
        while true {
            let line = ReceivedLine(try await nextLine())
            switch line.meaning {
            case .data: try each(line)
            case .final(let outcome):
                try each(line)
                return .final(outcome)
            case .continuation(let prompt): return .wantsMore(prompt: prompt)
            case .unreadable: throw stranger()
            }
        }
    }

    /// Reads the greeting.
    mutating func greet() async throws {
        var rows: [DataRow] = []
        let turn = try await reply { line in
            if case .data(let row) = line.meaning { rows.append(row) }
        }
        guard case .final(let outcome) = turn, outcome.status == .ok else {
            if case .final(let outcome) = turn {
                throw ShellFailure(.sentAway, "\(endpoint) said \(outcome.sentence)")
            }
            throw stranger()
        }
        greeting = rows.first { $0.kind == "licentia" } ?? greeting
    }

    private mutating func nextLine() async throws -> [UInt8] {
        while true {
            if let line = splitter.next() {
                unendedBytes = 0
                return line
            }
            guard unendedBytes <= Self.maxReplyLine else { throw stranger() }
            let more: ByteBuffer?
            do { more = try await inbound.next() } catch { throw ShellFailure.lost(endpoint) }
            guard let more else { throw ShellFailure.lost(endpoint) }
            unendedBytes += more.readableBytes
            splitter.feed(more.readableBytesView)
        }
    }

    private func stranger() -> ShellFailure {
        ShellFailure(
            .cannotConnect,
            "what answers at \(endpoint) does not speak the admin protocol. Is that licentiad's "
                + "socket or port?")
    }
}
