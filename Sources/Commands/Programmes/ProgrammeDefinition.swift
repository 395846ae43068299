import AdminProtocol
import Registry

/// Reads the programme that a line of `programme define` describes.
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
            modes: try forms("modes", name: \.name) { DeliveryMode(form: $0) },
            staffing: try staffing(),
            licenceTypes: Set(try request.choices("licence-types", as: LicenceType.self)),
            minLeaders: try request.optionalInteger("min-leaders") ?? 2,
            minMasterTrainers: try request.optionalInteger("min-master-trainers") ?? 2,
            formats: try forms("formats", name: { "\($0.kind.rawValue)/\($0.name)" }) {
                TrainingFormat(form: $0)
            },
            prerequisites: try prerequisites())
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

    private func staffing() throws(ProtocolError) -> Staffing {
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
        let count = leaders ?? 2
        guard (peers ?? 0) <= count else {
            throw request.badValue("peers", want: "a number that is not above leaders=")
        }
        return .leaders(count, peers: peers ?? 0)
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
