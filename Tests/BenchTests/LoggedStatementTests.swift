import Testing

@testable import Bench

struct LoggedStatementTests {
    static let log = """
        2026-11-21 08:00:00.000 UTC [17] LOG:  statement: BEGIN
        2026-11-21 08:00:00.000 UTC [17] LOG:  execute licences_of: -- Theirs, it's said
        \tSELECT id FROM licence
        \tWHERE holder = ANY ($1) AND name = $2
        2026-11-21 08:00:00.000 UTC [17] DETAIL:  parameters: $1 = '{98}', $2 = 'it''s', $3 = NULL
        2026-11-21 08:00:00.001 UTC [18] LOG:  checkpoint starting: time
        2026-11-21 08:00:00.002 UTC [17] LOG:  execute <unnamed>: COMMIT

        """

    @Test func transactionsAreOfOneSession() {
        let statements =
            [("BEGIN", "1"), ("a", "1"), ("BEGIN", "2"), ("b", "2"), ("c", "3")]
            + [("COMMIT", "2"), ("d", "1"), ("ROLLBACK", "1")]
        let transactions = LoggedStatement.transactions(
            statements.map { LoggedStatement(text: $0.0, process: $0.1) })
        #expect(
            transactions.map { $0.map(\.text).joined(separator: " ") }
                == ["c", "BEGIN b COMMIT", "BEGIN a d ROLLBACK"])
    }

    @Test func statementsAreReadWithTheirValues() {
        let statements = LoggedStatement.read(Self.log)
        #expect(statements.map(\.text).first == "BEGIN")
        #expect(statements.map(\.text).last == "COMMIT")
        #expect(statements.count == 3)
        #expect(statements[1].values == ["{98}", "it's", nil])
        #expect(
            statements[1].withoutComments
                == "\nSELECT id FROM licence\nWHERE holder = ANY ($1) AND name = $2")
    }
}
