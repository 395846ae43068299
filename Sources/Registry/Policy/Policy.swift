/// The numbers and severities of the registry; asked for a date, it gives those of that date.
package struct Policy: Hashable, Sendable {
    package var numbers: [PolicyNumber]
    package var severities: [SeverityRow]

    package init(numbers: [PolicyNumber], severities: [SeverityRow]) {
        self.numbers = numbers
        self.severities = severities
    }

    /// The values that govern; empty where no row is in effect.
    package func values(_ name: PolicyNumber.Name, on date: CivilDate) -> [Int] {
        numbers.filter { $0.name == name }.governing(on: date).first?.values ?? []
    }

    /// The number that governs, or 0 where the registry has none: "none stated".
    package func number(_ name: PolicyNumber.Name, on date: CivilDate) -> Int {
        values(name, on: date).first ?? 0
    }

    /// How a broken rule is taken on `date`; `refuse` where no row says otherwise.
    package func severity(of code: RuleCode, on date: CivilDate) -> Severity {
        if code.alwaysRefuses { return .refuse }
        return severities.filter { $0.code == code }.governing(on: date).first?.severity
            ?? .refuse
    }
}
