import Registry
import Store
import Synchronization

/// Keeping the index as the registry is; for the follower alone.
extension RegistryIndex {
    /// What was marked, which is to be read from a moment that comes after this.
    func beginReading() -> Concern {
        state.withLock { state in
            state.reading.formUnion(state.stale)
            state.stale = Concern()
            return state.reading
        }
    }

    /// More is to be read: until it was, nothing is answered about it. Gives all that is.
    func read(also concern: Concern) -> Concern {
        state.withLock { state in
            state.reading.formUnion(concern)
            return state.reading
        }
    }

    /// Puts a part of what was read in its place, one by one: checks wait for no more than that.
    func put(_ organisations: some Sequence<OrganisationFacts>) {
        for facts in organisations { state.withLock { $0.image?.put(facts) } }
    }

    /// As above, of people.
    func put(_ people: [IndexedPerson]) {
        for person in people { state.withLock { $0.image?.put(person) } }
        state.withLock { $0.image?.tidy() }
    }

    /// All that was to be read has been: the index is as the registry was at the instant.
    func finishReading(_ instant: ContinuousClock.Instant, serial: Int64) {
        state.withLock { state in
            state.reading = Concern()
            state.goodUntil = instant + IndexLimits.mostBehind
            state.serial = serial
        }
    }

    /// Up to there every event is known, to the database at least.
    func reach(_ serial: Int64) {
        state.withLock { $0.serial = serial }
    }

    /// What was to be read has not been: it is marked as before.
    func giveUpReading() {
        state.withLock { state in
            state.stale.formUnion(state.reading)
            state.reading = Concern()
        }
    }

    /// Takes everything anew; nil to forget it, until it has been read.
    func take(_ image: RegistryImage?) {
        state.withLock { $0.image = image }
    }
}
