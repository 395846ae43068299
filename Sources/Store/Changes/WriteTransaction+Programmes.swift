import Postgres
import Registry
import Schema

extension WriteTransaction {
    func define(_ programme: Programme) async throws -> Thing {
        let code = programme.code.text
        var queries = [Self.insertion(of: programme)]
        for (place, mode) in programme.modes.enumerated() {
            queries.append(
                Query(
                    SQL.programmeModeAdd, code, mode.name, place + 1, mode.group?.least,
                    mode.group?.most, mode.leaders))
        }
        for (place, format) in programme.formats.enumerated() {
            queries.append(
                Query(
                    SQL.trainingFormatAdd, code, format.kind.rawValue, format.name, place + 1,
                    format.shortest.count, format.longest.count))
        }
        try await run(queries)
        for prerequisite in programme.prerequisites {
            _ = try await add(PolicyRow.prerequisite(programme.code, prerequisite))
        }
        return .programme(programme.code)
    }

    private static func insertion(of programme: Programme) -> Query {
        var leaders: Int?
        var peers = 0
        var professions: [String] = []
        switch programme.staffing {
        case .leaders(let count, let peerCount): (leaders, peers) = (count, peerCount)
        case .professions(let named): professions = named
        }
        return Query(
            SQL.programmeAdd, programme.code.text, programme.title, programme.sessions.least,
            programme.sessions.most, programme.minutes, programme.totalMinutes, leaders, peers,
            professions, programme.licenceTypes.map(\.rawValue).sorted(), programme.minLeaders,
            programme.minMasterTrainers)
    }
}
