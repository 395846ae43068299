import AdminProtocol
import Registry

extension Programme {
    /// - Parameter date: the day on which what it needs is shown.
    func line(version: Int, on date: CivilDate) -> DataLine {
        var line = DataLine("programme")
        line.add("code", word: code)
        line.add("title", text: title)
        line.add("sessions", word: sessions.form)
        line.add("minutes", integer: minutes)
        line.add("total-minutes", integer: totalMinutes)
        line.add("modes", list: modes.map(\.form))
        switch staffing {
        case .leaders(let leaders, let peers):
            line.add("leaders", integer: leaders)
            line.add("peers", integer: peers)
        case .professions(let professions): line.add("professions", list: professions)
        }
        line.add("licence-types", list: licenceTypes.map(\.rawValue).sorted())
        line.add("min-leaders", integer: minLeaders)
        line.add("min-master-trainers", integer: minMasterTrainers)
        line.add("formats", list: formats.map(\.form))
        for prerequisite in prerequisites.governing(on: date).prefix(1) {
            line.add("needs", list: prerequisite.alternatives)
        }
        line.add("version", integer: version)
        return line
    }
}
