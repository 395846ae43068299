import Nightly
import Registry
import Store
import Synchronization

/// What a preview told, and how it ended.
struct RunPreview: Equatable {
    var outcome: RunOutcome
    var items: [Finding]
}

extension NightlyRun {
    func preview(on date: CivilDate) async throws -> RunPreview {
        let items = Mutex<[Finding]>([])
        let outcome = try await preview(on: date) { finding in
            items.withLock { $0.append(finding) }
        }
        return RunPreview(outcome: outcome, items: items.withLock(\.self))
    }
}
