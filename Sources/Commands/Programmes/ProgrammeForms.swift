import Registry

/// The written forms of a programme's parts, the same when it is defined and when it is shown:
/// `6-12`, `in-person:8-16`, `cross/one-day:1`.
extension CountRange {
    /// `6`, `6-12`, or `12-` without a most.
    init?(form text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let least = CountRange.count(parts[0]) else { return nil }
        if parts.count == 1 {
            self.init(least, least)
        } else if parts[1].isEmpty {
            self.init(least, nil)
        } else if let most = CountRange.count(parts[1]), most >= least {
            self.init(least, most)
        } else {
            return nil
        }
    }

    var form: String {
        if least == most { return "\(least)" }
        return "\(least)-\(most.map(String.init) ?? "")"
    }

    /// A count of sessions, people or leaders.
    static func count(_ text: some StringProtocol) -> Int? {
        guard (1...4).contains(text.utf8.count), let count = Int(text), count > 0 else {
            return nil
        }
        return text.first == "+" ? nil : count
    }
}

extension DeliveryMode {
    /// `virtual`, `in-person:8-16`, `toolkit:3-5:1`, or `virtual::1` without a group size.
    init?(form text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 3, let name = Self.name(parts[0]) else { return nil }
        self.init(name: name)
        if parts.count > 1, !parts[1].isEmpty {
            guard let range = CountRange(form: parts[1]) else { return nil }
            group = range
        }
        if parts.count > 2 {
            guard let count = CountRange.count(parts[2]) else { return nil }
            leaders = count
        }
    }

    var form: String {
        var text = name
        if group != nil || leaders != nil { text += ":" + (group?.form ?? "") }
        return text + (leaders.map { ":\($0)" } ?? "")
    }

    /// A name of small letters, digits and hyphens.
    static func name(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard let first = bytes.first, bytes.count <= 32, letters.contains(first),
            bytes.allSatisfy({
                letters.contains($0) || $0 == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            })
        else { return nil }
        return String(text)
    }
}

extension TrainingFormat {
    /// `leader/standard:4`, `refresher/standard:0.5-2`.
    init?(form text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, names.count == 2, let kind = TrainingKind(rawValue: "\(names[0])"),
            let name = DeliveryMode.name(names[1])
        else { return nil }
        let days = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let shortest = HalfDays(days[0]), let longest = HalfDays(days[days.count - 1]),
            shortest.count > 0, longest >= shortest
        else { return nil }
        self.init(kind: kind, name: name, shortest: shortest, longest: longest)
    }

    var form: String {
        let days = shortest == longest ? "\(shortest)" : "\(shortest)-\(longest)"
        return "\(kind.rawValue)/\(name):\(days)"
    }
}
