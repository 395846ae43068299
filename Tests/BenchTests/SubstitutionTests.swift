import Registry
import Testing

@testable import Bench

struct SubstitutionTests {
    @Test(
        arguments: [
            ("SELECT $1", ["98"], "SELECT :organisation;\n"),
            ("SELECT $1", ["{98}"], "SELECT (ARRAY[:organisation]::bigint[]);\n"),
            (
                "SELECT $1", ["{292,294}"],
                "SELECT (ARRAY[(3 * (:organisation - 1) + 1), (3 * (:organisation - 1) + 3)]"
                    + "::bigint[]);\n"
            ),
            ("SELECT $1", ["{98,7}"], "SELECT '{98,7}';\n"),
            ("SELECT $1", ["CPSMP"], "SELECT '@programme@';\n"),
            ("SELECT $1", ["2026-03-02"], "SELECT (date '1970-01-01' + :day::int);\n"),
            ("SELECT $1, $10", ["a", "", "", "", "", "", "", "", "", "b"], "SELECT 'a', 'b';\n"),
            ("SELECT $1", [nil], "SELECT NULL;\n"),
            ("SELECT $1", ["a:b'c"], "SELECT E'a\\x3ab''c';\n"),
            ("SELECT x::int, 'a', 'H:M' ", [], "SELECT x::int, 'a', E'H\\x3aM';\n"),
            (
                "-- New.\nINSERT INTO t DEFAULT VALUES RETURNING id\n", [],
                "INSERT INTO t DEFAULT VALUES RETURNING id \\gset made_\n"
            ),
        ] as [(String, [String?], String)])
    func whatHangsOnTheRequestGivesWay(_ text: String, _ values: [String?], _ expected: String) {
        let substitution = Substitution(
            organisation: 98, programme: "CPSMP", day: CivilDate("2026-03-02"))
        #expect(substitution.script([LoggedStatement(text: text, values: values)]) == expected)
    }

    @Test func whatIsMadeIsNamedByItsVariable() {
        var substitution = Substitution(organisation: 98, programme: "CPSMP")
        substitution.follow(made: 5_000)
        let statement = LoggedStatement(text: "SELECT $1", values: ["5000"])
        #expect(substitution.script([statement]) == "SELECT :made_id;\n")
    }
}
