import AdminProtocol
import Registry

/// Reads the programme that a line of `programme define` describes, or what `programme amend` makes
/// of one.
struct ProgrammeDefinition {
    private let request: Request

    init(_ request: Request) {
        self.request = request
    }

    func programme() throws(ProtocolError) -> Programme {
        let sessions = try sessions()
        let minutes = try request.optionalInteger("minutes")
        return Programme(
            code: try code(), title: try request.text("title"), sessions: sessions,
            minutes: minutes, totalMinutes: try request.optionalInteger("total-minutes"),
            modes: try modes(), staffing: try staffing(after: .leaders(2, peers: 0)),
            licenceTypes: Set(try request.choices("licence-types", as: LicenceType.self)),
            minLeaders: try request.optionalInteger("min-leaders") ?? 2,
            minMasterTrainers: try request.optionalInteger("min-master-trainers") ?? 2,
            formats: try formats(), prerequisites: try prerequisites())
    }

    /// What the line makes of a programme: what it does not name stays.
    func amended(_ old: Programme) throws(ProtocolError) -> Programme {
        var programme = old
        programme.title = request.optionalText("title") ?? old.title
        if request.isGiven("sessions") { programme.sessions = try sessions() }
        if request.isGiven("minutes") {
            programme.minutes = try request.optionalInteger("minutes")
        }
        if request.isGiven("total-minutes") {
            programme.totalMinutes = try request.optionalInteger("total-minutes")
        }
        if request.isGiven("modes") { programme.modes = try modes() }
        programme.staffing = try staffing(after: old.staffing)
        if request.isGiven("licence-types") {
            programme.licenceTypes = Set(try request.choices("licence-types"))
        }
        programme.minLeaders = try request.optionalInteger("min-leaders") ?? old.minLeaders
        programme.minMasterTrainers =
            try request.optionalInteger("min-master-trainers") ?? old.minMasterTrainers
        if request.isGiven("formats") { programme.formats = try formats() }
        return programme
    }

    private func modes() throws(ProtocolError) -> [DeliveryMode] {
        try forms("modes", name: \.name) { DeliveryMode(form: $0) }
    }

    private func formats() throws(ProtocolError) -> [TrainingFormat] {
        try forms("formats", name: { "\($0.kind.rawValue)/\($0.name)" }) {
            TrainingFormat(form: $0)
        }
    }

    /// `ANY` is how a licence names all programmes, and `O-1` is how a thing is named: no programme
    /// can have such a code.
    private func code() throws(ProtocolError) -> ProgrammeCode {
        let code = try request.programme("code")
        let looksLikeID = code.text.dropFirst().first == "-" && Int64(code.text.dropFirst(2)) != nil
        guard code.text != "ANY", !looksLikeID else {
            throw request.badValue("code", want: "a code other than ANY or an id such as O-1")
        }
        return code
    }

    private func sessions() throws(ProtocolError) -> CountRange {
        guard let range = CountRange(form: try request.text("sessions")) else {
            throw request.badValue("sessions")
        }
        return range
    }

    /// - Parameter old: what holds where the line names none of it.
    private func staffing(after old: Staffing) throws(ProtocolError) -> Staffing {
        guard ["leaders", "peers", "professions"].contains(where: request.isGiven) else {
            return old
        }
        let professions = try request.list("professions").map { $0.lowercased() }.unique
        let leaders = try request.optionalInteger("leaders")
        let peers = try request.optionalInteger("peers")
        guard professions.isEmpty else {
            if leaders != nil || peers != nil {
                throw request.badValue(
                    "professions", want: "left out where leaders= or peers= is given")
            }
            return .professions(professions)
        }
        var count = 2
        var peerCount = 0
        if case .leaders(let leaders, let peers) = old { (count, peerCount) = (leaders, peers) }
        count = leaders ?? count
        peerCount = peers ?? peerCount
        guard peerCount <= count else {
            throw request.badValue("peers", want: "a number that is not above leaders=")
        }
        return .leaders(count, peers: peerCount)
    }

    private func prerequisites() throws(ProtocolError) -> [Prerequisite] {
        let needs = try request.programmes("needs").unique
        guard !needs.isEmpty else { return [] }
        return [
            Prerequisite(
                alternatives: needs, mustBeCurrent: false,
                effective: DateSpan(from: .first, until: nil), source: "programme define")
        ]
    }

    /// The parts of a list that has a form of its own, each name once.
    private func forms<Part>(
        _ argument: String, name: (Part) -> String, read: (String) -> Part?
    ) throws(ProtocolError) -> [Part] {
        var parts: [Part] = []
        var names: Set<String> = []
        for text in try request.list(argument) {
            guard let part = read(text), names.insert(name(part)).inserted else {
                throw request.badValue(argument)
            }
            parts.append(part)
        }
        return parts
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stands first.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
