import Synchronization

/// Gathers what the events of one transaction concern.
final class Concerns: Sendable {
    private let gathered = Mutex(Concern())

    /// nil where no event was recorded.
    var recorded: Concern? { gathered.withLock { $0.isEmpty ? nil : $0 } }

    func add(_ events: [NewEvent]) {
        gathered.withLock { concern in
            for event in events {
                concern.add(
                    command: event.command, thing: event.thing.description,
                    lines: [event.before, event.after])
            }
        }
    }
}
