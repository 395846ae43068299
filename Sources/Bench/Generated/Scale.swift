/// How large the generated registry is. Size one has 10,000 organisations, 30,000 licences,
/// 300,000 people and 500,000 certifications.
package struct Scale: Sendable, Equatable {
    /// Per organisation; the other kinds follow from `GeneratedOrganisation`.
    static let peopleEach = 30
    static let licencesEach = 3
    static let certificationsEach = 50

    let organisations: Int

    /// - Parameter factor: 1 for size one, 0.1 for a tenth of it.
    init(factor: Double) {
        organisations = max(10, Int((factor * 10_000).rounded()))
    }

    /// The organisations part by part, each about ten times the one before: what is loaded is
    /// looked at by the planner after each, so that no statement is planned on empty tables for
    /// long.
    var parts: [ClosedRange<Int>] {
        var parts: [ClosedRange<Int>] = []
        var (first, last) = (1, 100)
        while last < organisations {
            parts.append(first...last)
            (first, last) = (last + 1, last * 10)
        }
        return parts + [first...organisations]
    }

    var people: Int { organisations * Self.peopleEach }
    var licences: Int { organisations * Self.licencesEach }
    var certifications: Int { organisations * Self.certificationsEach }
}
