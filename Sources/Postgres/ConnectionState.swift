import Synchronization

/// Whether a connection is open, to be asked from any thread.
final class ConnectionState: Sendable {
    private let open = Atomic<Bool>(true)

    var isOpen: Bool { open.load(ordering: .acquiring) }

    func close() {
        open.store(false, ordering: .releasing)
    }
}
