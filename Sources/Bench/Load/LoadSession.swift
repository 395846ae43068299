import Glibc
import NIOCore

/// One session: keeps its requests in flight, and reads and checks every reply.
///
/// Replies come in the order of the requests, so that a ring of the times and questions of those in
/// flight is all that is kept.
final class LoadSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The greeting's last line.
    private static let ready = Array("OK ready".utf8)

    private let deck: Deck
    private let order: QuestionOrder
    private let depth: Int
    private let keepsReplies: Bool
    private let promises: SessionPromises

    private var random: SeededRandom
    private var isGreeted = false
    private var window: LoadWindow?
    private var isDone = false
    private var flight: [(question: Int, sent: NIODeadline)]
    private var sent = 0
    private var answered = 0
    private var reader = ReplyReader()
    private var reply: [UInt8] = []
    private var rest = ByteBuffer()
    private var outgoing = ByteBuffer()
    private var tally = LoadTally()

    init(_ plan: LoadPlan, _ deck: Deck, number: Int, _ promises: SessionPromises) {
        self.deck = deck
        self.promises = promises
        depth = plan.depth
        keepsReplies = plan.keepsReplies
        random = SeededRandom(seed: plan.seed, place: number)
        flight = Array(repeating: (0, .now()), count: plan.depth)
        order = QuestionOrder(plan, deck, session: number)
    }

    /// The time begins: the first requests are sent.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let window = event as? LoadWindow else {
            return context.fireUserInboundEventTriggered(event)
        }
        self.window = window
        let now = NIODeadline.now()
        for _ in 0..<depth { ask(now) }
        send(context)
        endIfDone(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if rest.readableBytes > 0 {
            rest.writeBuffer(&bytes)
            swap(&rest, &bytes)
        }
        let now = NIODeadline.now()
        let (count, fault) = bytes.withUnsafeReadableBytes { read($0, now) }
        if let fault {
            promises.fail(BenchError("A reply is wrong: \(fault)"))
            return context.close(promise: nil)
        }
        bytes.moveReaderIndex(forwardBy: count)
        rest.clear()
        rest.writeBuffer(&bytes)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        send(context)
        endIfDone(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promises.fail(BenchError("The server closed a session."))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        promises.fail(BenchError("A session failed: \(error)"))
        context.close(promise: nil)
    }
}

extension LoadSession {
    private func ask(_ now: NIODeadline) {
        guard let window, now < window.until else { return }
        guard let question = order.question(sent, &random) else {
            tally.ranDry = true
            return
        }
        flight[sent % depth] = (question, now)
        outgoing.writeInteger(ReplyTag(sent).word, endianness: .host)
        outgoing.writeBytes(deck.questions[question].line)
        sent += 1
    }

    private func send(_ context: ChannelHandlerContext) {
        guard outgoing.readableBytes > 0 else { return }
        context.writeAndFlush(wrapOutboundOut(outgoing), promise: nil)
        // What was written may still be on its way: a buffer of its own for what follows.
        outgoing = context.channel.allocator.buffer(capacity: outgoing.readableBytes)
    }

    private func endIfDone(_ context: ChannelHandlerContext) {
        guard window != nil, answered == sent, !isDone else { return }
        isDone = true
        promises.done.succeed(tally)
        context.close(promise: nil)
    }

    /// Reads whole lines; gives how many bytes they took, and what is wrong with one.
    private func read(
        _ bytes: UnsafeRawBufferPointer, _ now: NIODeadline
    ) -> (Int, fault: String?) {
        guard let start = bytes.baseAddress else { return (0, nil) }
        var position = 0
        while position < bytes.count,
            let end = memchr(start + position, 0x0A, bytes.count - position)
        {
            let length = UnsafeRawPointer(end) - (start + position)
            let line = UnsafeRawBufferPointer(start: start + position, count: length)
            if let fault = take(line, now) {
                return (position, "\(fault): \(String(decoding: line.prefix(200), as: UTF8.self))")
            }
            position += length + 1
        }
        return (position, nil)
    }

    private func take(_ line: UnsafeRawBufferPointer, _ now: NIODeadline) -> String? {
        guard isGreeted else {
            isGreeted = line.prefix(Self.ready.count).elementsEqual(Self.ready)
            if isGreeted { promises.greeted.succeed() }
            return nil
        }
        guard answered < sent else { return "nothing was asked" }
        let (question, start) = flight[answered % depth]
        let asked = deck.questions[question]
        if keepsReplies {
            reply.append(contentsOf: line.dropFirst(ReplyTag.length))
            reply.append(0x0A)
        }
        switch reader.take(line, tag: ReplyTag(answered), of: asked) {
        case .more: return nil
        case .wrong(let fault): return "\(fault), to \"\(asked.text)\""
        case .whole:
            answered += 1
            if let window, window.contains(now) {
                tally.count(latency: (now - start).nanoseconds / 1_000)
            }
            if keepsReplies { tally.keep(reply, to: question) }
            reply.removeAll(keepingCapacity: true)
            ask(now)
            return nil
        }
    }
}
