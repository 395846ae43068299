import Registry
import Testing

@testable import Store

@Suite struct ConcernTests {
    /// Whoever is named on the line of a thing, by an id or before the days of an affiliation.
    @Test(
        arguments: [
            (
                "person amend", "P-1", #"{"id":"P-1","affiliations":["O-2:2026-01-01/","O-3:x"]}"#,
                [1], [2, 3]
            ),
            (
                "training record", "T-1",
                #"{"id": "T-1", "passed": ["P-3", "P-4"], "licence": "L-9"}"#,
                [3, 4], []
            ),
            ("certification revoke", "C-7", #"{"person": "P-12"}"#, [12], []),
            ("organisation add", "O-5", nil, [], [5]),
            ("notice ack", "N-1", #"{"kind": "notice"}"#, [], []),
            (
                "person amend", "P-1", #"{"odd":"P-","more":"P-x","less":"P-99999999999999999999""#,
                [1], []
            ),
        ] as [(String, String, String?, Set<Int64>, Set<Int64>)])
    func isOfWhomItNames(
        _ command: String, _ thing: String, _ line: String?, _ people: Set<Int64>,
        _ organisations: Set<Int64>
    ) {
        var concern = Concern()
        concern.add(command: command, thing: thing, lines: [line, nil])
        #expect(concern.people == Set(people.map { PersonID($0) }))
        #expect(concern.organisations == Set(organisations.map { OrganisationID($0) }))
        #expect(!concern.isOfRules)
    }

    /// Also where a programme's code looks like an id.
    @Test(arguments: [("programme amend", "P-1"), ("policy set", "R-4")])
    func isOfRules(_ command: String, _ thing: String) {
        var concern = Concern()
        concern.add(command: command, thing: thing, lines: [#"{"code":"P-1"}"#, nil])
        #expect(concern.isOfRules && concern.people.isEmpty)
    }
}
