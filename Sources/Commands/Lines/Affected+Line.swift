import AdminProtocol
import Registry

extension AffectedReport {
    /// `* affected about=… …`, one a thing and rule; the last says where there is more.
    var lines: [DataLine] {
        items.map(\.line)
            + (isCut ? [DataLine("affected", [Field("more", .boolean(true))])] : [])
    }

    /// The same in short, for the event: `W-1:leader-not-authorised:P-3`.
    var words: [String] { items.map(\.word) + (isCut ? ["more"] : []) }
}

extension DataLine {
    /// The line with what is affected, as the event keeps it.
    func with(_ report: AffectedReport) -> DataLine {
        var line = self
        if !report.words.isEmpty { line.add("affected", list: report.words) }
        return line
    }
}

extension Affected {
    fileprivate var line: DataLine {
        var line: DataLine
        switch what {
        case .course(let id, let reason):
            line = DataLine("affected", [Field("about", .word(id.description))])
            line.fields += DataLine("affected", reason).fields
        case .standing(let standing): line = standing.line
        case .verdict(let verdict): line = verdict.line
        }
        if !through.isEmpty { line.add("through", list: through) }
        return line
    }

    fileprivate var word: String {
        switch what {
        case .course(let id, let reason):
            return
                ([id.description, reason.code.rawValue]
                + [reason.person?.description].compactMap { $0 }).joined(separator: ":")
        case .standing(let standing):
            return "\(standing.person):\(standing.programme):\(standing.role.rawValue):"
                + standing.state.rawValue
        case .verdict(let verdict):
            let place = "\(verdict.place.organisation):\(verdict.place.programme)"
            let offer = verdict.mayOffer.map { $0 ? ":may-offer" : ":may-not-offer" } ?? ""
            let train = verdict.mayTrain.map { $0 ? ":may-train" : ":may-not-train" } ?? ""
            return place + offer + train
        }
    }
}

extension AffectedStanding {
    fileprivate var line: DataLine {
        var line = DataLine("affected")
        line.add("about", word: person)
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("was", word: was.rawValue)
        line.add("state", word: state.rawValue)
        line.add("current-until", date: currentUntil)
        return line
    }
}

extension AffectedVerdict {
    fileprivate var line: DataLine {
        var line = DataLine("affected")
        line.add("about", word: place.organisation)
        line.add("programme", word: place.programme)
        line.add("may-offer", boolean: mayOffer)
        line.add("may-train", boolean: mayTrain)
        if !codes.isEmpty { line.add("reasons", list: codes.map(\.rawValue)) }
        return line
    }
}
