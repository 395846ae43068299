import Postgres
package import Registry
import Schema

extension WriteTransaction {
    /// Keeps the programme for a change of it. Gives its version, nil where there is none.
    package func lock(_ programme: ProgrammeCode) async throws -> Int? {
        try await snapshot.rows(SQL.programmeLock, programme.text).first?.decode(0, as: Int.self)
    }

    func define(_ programme: Programme) async throws -> Thing {
        try await run(
            [Query(SQL.programmeAdd, list: Self.columns(of: programme))] + Self.parts(of: programme)
        )
        for prerequisite in programme.prerequisites {
            _ = try await add(PolicyRow.prerequisite(programme.code, prerequisite))
        }
        return .programme(programme.code)
    }

    func amend(_ programme: Programme) async throws -> Thing {
        let code = programme.code.text
        let changes = [
            Query(SQL.programmeAmend, list: Self.columns(of: programme)),
            Query(SQL.programmeModesClear, code), Query(SQL.trainingFormatsClear, code),
        ]
        try await run(changes + Self.parts(of: programme))
        return .programme(programme.code)
    }

    /// Its modes and formats.
    private static func parts(of programme: Programme) -> [Query] {
        let code = programme.code.text
        let modes = programme.modes.enumerated().map { place, mode in
            Query(
                SQL.programmeModeAdd, code, mode.name, place + 1, mode.group?.least,
                mode.group?.most, mode.leaders)
        }
        let formats = programme.formats.enumerated().map { place, format in
            Query(
                SQL.trainingFormatAdd, code, format.kind.rawValue, format.name, place + 1,
                format.shortest.count, format.longest.count)
        }
        return modes + formats
    }

    private static func columns(of programme: Programme) -> [(any PostgresEncodable)?] {
        var leaders: Int?
        var peers = 0
        var professions: [String] = []
        switch programme.staffing {
        case .leaders(let count, let peerCount): (leaders, peers) = (count, peerCount)
        case .professions(let named): professions = named
        }
        return [
            programme.code.text, programme.title, programme.sessions.least,
            programme.sessions.most, programme.minutes, programme.totalMinutes, leaders, peers,
            professions, programme.licenceTypes.map(\.rawValue).sorted(), programme.minLeaders,
            programme.minMasterTrainers,
        ]
    }
}
