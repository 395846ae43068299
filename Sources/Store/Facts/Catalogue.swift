import Postgres
package import Registry

/// The programmes that the registry knows, in the order in which they were defined.
package struct Catalogue: Sendable {
    package private(set) var programmes: [Programme] = []
    package private(set) var versions: [ProgrammeCode: Int] = [:]
    private var places: [ProgrammeCode: Int] = [:]

    package subscript(code: ProgrammeCode) -> Programme? {
        places[code].map { programmes[$0] }
    }

    /// The programmes by code.
    package var byCode: [ProgrammeCode: Programme] {
        Dictionary(programmes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(programme row: Row) throws {
        var columns = Columns(row)
        let code = try columns.code()
        let title = try columns.value(String.self)
        let sessions = CountRange(try columns.value(), try columns.value())
        let minutes = try columns.value(Int?.self)
        let totalMinutes = try columns.value(Int?.self)
        let leaders = try columns.value(Int?.self)
        let peers = try columns.value(Int.self)
        let professions = try columns.value([String].self)
        let types = try columns.value([String].self).compactMap(LicenceType.init(rawValue:))
        let minLeaders = try columns.value(Int.self)
        let minMasterTrainers = try columns.value(Int.self)
        versions[code] = try columns.value(Int.self)
        places[code] = programmes.count
        programmes.append(
            Programme(
                code: code, title: title, sessions: sessions, minutes: minutes,
                totalMinutes: totalMinutes,
                staffing: leaders.map { .leaders($0, peers: peers) } ?? .professions(professions),
                licenceTypes: Set(types), minLeaders: minLeaders,
                minMasterTrainers: minMasterTrainers))
    }

    mutating func add(mode row: Row) throws {
        var columns = Columns(row)
        guard let place = places[try columns.code()] else { return }
        let name = try columns.value(String.self)
        let least = try columns.value(Int?.self)
        let most = try columns.value(Int?.self)
        programmes[place].modes.append(
            DeliveryMode(
                name: name, group: least.map { CountRange($0, most) },
                leaders: try columns.value(Int?.self)))
    }

    mutating func add(format row: Row) throws {
        var columns = Columns(row)
        guard let place = places[try columns.code()] else { return }
        let kind: TrainingKind = try columns.word()
        let name = try columns.value(String.self)
        guard let shortest = HalfDays(try columns.value(Int.self)),
            let longest = HalfDays(try columns.value(Int.self))
        else { throw StoreError.unreadable("length of training") }
        programmes[place].formats.append(
            TrainingFormat(kind: kind, name: name, shortest: shortest, longest: longest))
    }

    mutating func add(_ prerequisite: Prerequisite, of code: ProgrammeCode) {
        guard let place = places[code] else { return }
        programmes[place].prerequisites.append(prerequisite)
    }

    /// A rule without a programme concerns all of them; which row governs a day is the domain's
    /// business.
    mutating func add(_ rule: RetentionRule) {
        for place in programmes.indices {
            guard rule.programme == nil || rule.programme == programmes[place].code else {
                continue
            }
            if rule.organisation == nil {
                programmes[place].retention.append(rule)
            } else {
                programmes[place].overlays.append(rule)
            }
        }
    }

    mutating func add(_ rule: ExperienceRule) {
        guard let place = places[rule.programme] else { return }
        programmes[place].experience.append(rule)
    }
}
