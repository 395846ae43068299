import AdminProtocol
import Registry
import Store

/// Counts what became of the rows, and tells the client on the way.
struct ImportTally {
    private(set) var read = 0
    var stored = 0
    private var unchanged = 0
    private var refused = 0
    private var asFound = 0
    /// The first row that was refused.
    private var first: (line: Int, code: String)?
    /// The lines that a `request=` token keeps: the first of those that were sent.
    private(set) var kept: [DataLine] = []
    private let context: Context
    private var nextProgress = ContinuousClock.now + ImportLimits.progressInterval

    init(_ context: Context) {
        self.context = context
    }

    /// Counts the outcomes of the rows that begin on these lines, and sends what is to be said of
    /// them. A client that left is told nothing more; its import goes on.
    mutating func tell(_ lines: [Int], _ outcomes: [RowOutcome], percent: Int) async {
        for (line, outcome) in zip(lines, outcomes) {
            read += 1
            switch outcome {
            case .unchanged: unchanged += 1
            case .stored(_, let broken) where broken.isEmpty: stored += 1
            case .stored(let thing, let broken):
                stored += 1
                asFound += 1
                await send(.asFound(line, thing, broken))
            case .refused(let refusal):
                refused += 1
                first = first ?? (line, refusal.code)
                await send(.refused(line, refusal))
            }
        }
        guard ContinuousClock.now >= nextProgress else { return }
        nextProgress = .now + ImportLimits.progressInterval
        try? await context.send(progress(percent))
    }

    private mutating func send(_ line: DataLine) async {
        if context.request.requestToken != nil, kept.count < ImportLimits.keptLines {
            kept.append(line)
        }
        try? await context.send(line)
    }

    private func progress(_ percent: Int) -> DataLine {
        var line = DataLine("progress")
        line.add("read", integer: read)
        line.add("percent", integer: percent)
        return line
    }

    /// `* summary read=… stored=… unchanged=… refused=…`: the last three add up to the first,
    /// unless everything was taken back.
    var summary: DataLine {
        var line = DataLine("summary")
        line.add("read", integer: read)
        line.add("stored", integer: stored)
        line.add("unchanged", integer: unchanged)
        line.add("refused", integer: refused)
        if context.rules == .report { line.add("as-found", integer: asFound) }
        return line
    }

    /// The end of an import that stores nothing because rows were refused; nil where none was.
    var refusal: Final? {
        first.map { first in
            .no(
                code: first.code, fields: [Field("refused", .integer(refused))],
                message: "nothing was stored: \(refused) of \(read) rows are refused, the first on "
                    + "line \(first.line); correct them, or store the others by mode=best-effort",
                retry: false)
        }
    }
}

extension Refusal {
    fileprivate var code: String {
        switch self {
        case .rules(let reasons): reasons.first?.code.rawValue ?? NoCode.internal.rawValue
        case .no(let code, _, _): code.rawValue
        case .bad(let error): error.code.rawValue
        }
    }
}

extension DataLine {
    /// `* refused line=N code=… …`: one line a row. Of several broken rules the first is told with
    /// its facts, and all by their codes.
    fileprivate static func refused(_ number: Int, _ refusal: Refusal) -> DataLine {
        var line = DataLine("refused", [Field("line", .integer(number))])
        line.add("code", word: refusal.code)
        let final = Reply(refusal).final
        if case .rules(let reasons) = refusal, let first = reasons.first {
            if reasons.count > 1 { line.add("codes", list: reasons.codes) }
            line.fields += DataLine("reason", first).fields.filter { $0.key != "code" }
            line.add("message", text: first.advice)
        } else {
            line.fields += final.allFields
        }
        return line
    }

    /// `* as-found line=N id=… codes=…`: stored, with the rules that it breaks.
    fileprivate static func asFound(
        _ number: Int, _ thing: Thing, _ broken: [Reason]
    ) -> DataLine {
        var line = DataLine("as-found", [Field("line", .integer(number))])
        line.add("id", word: thing)
        line.add("codes", list: broken.codes)
        return line
    }
}

extension [Reason] {
    /// Their codes in order, each once.
    fileprivate var codes: [String] {
        var seen: Set<String> = []
        return map(\.code.rawValue).filter { seen.insert($0).inserted }
    }
}
