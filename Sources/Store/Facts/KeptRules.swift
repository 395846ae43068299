import Registry
import Synchronization

/// The rules as a transaction read them for which they cannot change: it keeps them from it, or
/// sees one moment only.
final class KeptRules: Sendable {
    private let kept = Mutex<(catalogue: Catalogue?, policy: Policy?)>((nil, nil))

    var catalogue: Catalogue? { kept.withLock(\.catalogue) }
    var policy: Policy? { kept.withLock(\.policy) }

    func keep(_ catalogue: Catalogue) { kept.withLock { $0.catalogue = catalogue } }
    func keep(_ policy: Policy) { kept.withLock { $0.policy = policy } }
}
