import Postgres
import Registry
import Schema

extension WriteTransaction {
    /// Makes one person of two: what is recorded of the one is the other's. Rows as they were, and
    /// what came of them, are kept, so that it can be taken back.
    ///
    /// Both must be held.
    func merge(_ person: PersonID, into other: PersonID) async throws -> Thing {
        let (one, into) = (person.number, other.number)
        let programmes = try await snapshot.programmes(of: person)
        try await run([
            Query(SQL.mergeKeep, one, into), Query(SQL.personRetell, one),
            Query(SQL.mergeLeave, one, into), Query(SQL.mergeJoin, one, into),
            Query(SQL.mergeParts, one, into), Query(SQL.mergeAwards, one, into),
            Query(SQL.mergeUnsuspend, one, into), Query(SQL.mergeFold, one, into),
            Query(SQL.mergeMove, one, into), Query(SQL.mergeBound, one, into),
            Query(SQL.mergeMark, one, into), Query(SQL.mergeMade, one, into),
        ])
        for programme in programmes { try await recomputeStanding(of: [other], in: programme) }
        return .person(person)
    }

    /// Takes a merge back: what was the one's is theirs again. What was recorded since stays with
    /// the other.
    ///
    /// Both must be held, and nothing that was merged may have been changed since.
    func unmerge(_ person: PersonID, from other: PersonID) async throws -> Thing {
        let (one, into) = (person.number, other.number)
        let programmes = try await snapshot.programmes(of: other)
        try await run([
            Query(SQL.unmergeLeave, one, into), Query(SQL.unmergeJoin, one, into),
            Query(SQL.unmergeGiven, one, into), Query(SQL.unmergeAttended, one, into),
            Query(SQL.unmergeLed, one, into), Query(SQL.unmergeSplit, one),
            Query(SQL.unmergeAwards, one, into), Query(SQL.unmergeCertify, one, into),
            Query(SQL.unmergeSince, one, into), Query(SQL.unmergeClear, one),
            Query(SQL.unmergeSuspend, one), Query(SQL.unmergeBound, one, into),
            Query(SQL.unmergeMark, one, into), Query(SQL.mergeForget, [one]),
            Query(SQL.personRetell, one),
        ])
        for programme in programmes {
            try await recomputeStanding(of: [person, other], in: programme)
        }
        return .person(person)
    }
}
