extension TrainingRequest {
    /// The format named; where none is, the kind's only one, else the one named `standard`, else
    /// the first that admits the days, else the first. Nil when the programme has no such format.
    package var resolvedFormat: TrainingFormat? {
        let offered = programme.formats.filter { $0.kind == kind }
        if let format { return offered.first { $0.name == format } }
        return offered.first { $0.name == Self.usualFormat }
            ?? offered.first { $0.admits(resolvedDays) } ?? offered.first
    }

    /// `training-not-offered`, else `training-length`.
    func formatReasons(_ offered: TrainingFormat?) -> [Reason] {
        guard let offered else { return [notOffered] }
        guard !offered.admits(resolvedDays) else { return [] }
        return [
            Reason(
                .trainingLength,
                details: .programme(programme) + [
                    Reason.Detail("format", .word(offered.name)),
                    Reason.Detail("days", .word(resolvedDays.description)),
                    Reason.Detail("shortest", .word(offered.shortest.description)),
                    Reason.Detail("longest", .word(offered.longest.description)),
                ],
                advice: "a \(kind.rawValue) training of \(programme.code) in the format "
                    + "\(offered.name) lasts \(offered.lengths) days; name its days with days=")
        ]
    }

    private var notOffered: Reason {
        let offered = programme.formats.map { "\($0.kind.rawValue)/\($0.name)" }
        let details: [Reason.Detail] = [
            Reason.Detail("training-kind", .word(kind.rawValue))
        ]
        let named = format.map { [Reason.Detail("format", .text($0))] } ?? []
        let choice = offered.isEmpty ? "no training" : offered.joined(separator: ", ")
        return Reason(
            .trainingNotOffered, details: .programme(programme) + details + named,
            advice: "\(programme.code) offers \(choice)")
    }

    private static let usualFormat = "standard"
}

extension TrainingFormat {
    package func admits(_ days: HalfDays) -> Bool { shortest <= days && days <= longest }

    fileprivate var lengths: String {
        shortest == longest ? "\(shortest)" : "\(shortest) to \(longest)"
    }
}
