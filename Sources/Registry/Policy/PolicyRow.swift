/// A row of policy of any kind.
package enum PolicyRow: Hashable, Sendable, PolicyEntry {
    case number(PolicyNumber)
    case severity(SeverityRow)
    case retention(RetentionRule)
    case experience(ExperienceRule)
    case prerequisite(ProgrammeCode, Prerequisite)

    private var entry: any PolicyEntry {
        switch self {
        case .number(let row): row
        case .severity(let row): row
        case .retention(let row): row
        case .experience(let row): row
        case .prerequisite(_, let row): row
        }
    }

    package var id: PolicyID { entry.id }
    package var effective: DateSpan { entry.effective }
    package var source: String { entry.source }

    /// Nil for a row that concerns every programme, or none.
    package var programme: ProgrammeCode? {
        switch self {
        case .number, .severity: nil
        case .retention(let row): row.programme
        case .experience(let row): row.programme
        case .prerequisite(let code, _): code
        }
    }

    /// The organisation whose overlay the row is.
    package var organisation: OrganisationID? {
        switch self {
        case .retention(let row): row.organisation
        case .experience(let row): row.organisation
        case .number, .severity, .prerequisite: nil
        }
    }

    /// A row for every programme stays in effect beside those of single programmes.
    package func supersedes(_ other: PolicyRow) -> Bool {
        guard programme == other.programme else { return false }
        switch (self, other) {
        case (.number(let row), .number(let other)): return row.supersedes(other)
        case (.severity(let row), .severity(let other)): return row.supersedes(other)
        case (.retention(let row), .retention(let other)): return row.supersedes(other)
        case (.experience(let row), .experience(let other)): return row.supersedes(other)
        case (.prerequisite(_, let row), .prerequisite(_, let other)):
            return row.supersedes(other)
        default: return false
        }
    }
}
