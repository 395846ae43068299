import Postgres
import Registry
import Schema

extension WriteTransaction {
    /// Makes one person of two. What is moved is kept, so that it can be taken back.
    func merge(_ merge: PersonMerge) async throws -> Thing {
        let (person, into) = (merge.person.number, merge.into.number)
        let programmes = try await snapshot.programmes(of: [merge.person])
        let organisations = merge.affiliations.map(\.organisation.number)
        try await run([
            Query(SQL.personMergeKeep, person, into), Query(SQL.personMergeCourses, person),
            Query(SQL.personMergeAffiliations, person, into, organisations),
            Query(
                SQL.affiliationsAdd, into, organisations,
                merge.affiliations.map(\.span.from.dayNumber),
                merge.affiliations.map { $0.span.until?.dayNumber }),
            Query(SQL.personMergeTrainers, person, into),
            Query(SQL.personMergeAttendees, person, into),
            Query(SQL.personMergeLeaders, person, into),
            Query(SQL.personMergeCertifications, person, into),
        ])
        for fold in merge.folds { try await apply(fold) }
        try await run([
            Query(SQL.personMergeNotices, person, into), Query(SQL.personMerge, person, into),
            Query(SQL.personStandingClear, person), Query(SQL.personMergeResult, person, into),
        ])
        for programme in programmes.sorted() {
            try await recomputeStanding(of: [merge.into], in: programme)
        }
        return .person(merge.person)
    }

    private func apply(_ fold: CertificationFold) async throws {
        let (from, into) = (fold.certification.number, fold.into.number)
        try await run([
            Query(SQL.certificationFoldAwards, from, into),
            Query(SQL.certificationFoldSuspensions, from, into),
            Query(
                SQL.certificationSuspensionsAdd, into, fold.suspensions.map(\.from.dayNumber),
                fold.suspensions.map { $0.until?.dayNumber }),
            Query(SQL.certificationFold, from, into, fold.revokedOn?.postgres),
        ])
    }

    /// Takes a merge back: what was the person's is theirs again. What was recorded since stays with
    /// the other.
    func unmerge(_ merged: PersonID, from other: PersonID) async throws -> Thing {
        let (person, into) = (merged.number, other.number)
        let before = try await snapshot.programmes(of: [other])
        let remade = try await transaction.pipeline([
            Query(SQL.personUnmergeAffiliationsClear, person, into),
            Query(SQL.personUnmergeAffiliations, person, into),
            Query(SQL.personUnmergeTrainers, person, into),
            Query(SQL.personUnmergeAttendees, person, into),
            Query(SQL.personUnmergeLeaders, person, into),
            Query(SQL.personUnmergeCertifications, person, into),
        ])
        let certifications = try remade.last?.numbers ?? []
        let restored = try await transaction.pipeline([
            Query(SQL.personUnmergeAwards, person, into, certifications),
            Query(SQL.personUnmergeSuspensionsClear, person, into),
        ])
        let unfolded = certifications + (try restored.last?.numbers ?? [])
        try await run([
            Query(SQL.personUnmergeSuspensions, person, unfolded),
            Query(SQL.personUnmergeNotices, person, into),
            Query(SQL.personUnmerge, person, into), Query(SQL.personMergeForget, [person]),
            Query(SQL.personMergeCourses, person),
        ])
        let programmes = before.union(try await snapshot.programmes(of: [merged]))
        for programme in programmes.sorted() {
            try await recomputeStanding(of: [merged, other], in: programme)
        }
        return .person(merged)
    }
}

extension ResultSet {
    /// The first column of each row.
    fileprivate var numbers: [Int64] {
        get throws { try rows.map { try $0.decode(0, as: Int64.self) } }
    }
}
