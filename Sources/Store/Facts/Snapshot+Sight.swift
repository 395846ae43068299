import Postgres
import Registry
import Schema

extension Snapshot {
    /// Whether the thing lies in the sight; in full sight everything does, be it there or not.
    package func sees(_ thing: Thing, by sight: Sight) async throws -> Bool {
        if sight.scope == .all { return true }
        // The catalogue is no secret among those who work with it.
        if case .programme = thing { return true }
        let row = try await rows(
            SQL.thingsSeen, thing.kind, thing.number, sight.kind, sight.number, sight.day.postgres
        ).first
        return try row?.decode(0, as: Bool.self) ?? false
    }

    /// Whether the thing lies in this snapshot's own sight.
    package func sees(_ thing: Thing) async throws -> Bool {
        try await sees(thing, by: sight)
    }
}
